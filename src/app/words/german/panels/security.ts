/** The part security of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const security: Catalogue = {
  TPM: 'TPM',
  'A chip that keeps keys and measures the boot. Windows 11 and BitLocker ask for version 2.0.':
    'Ein Chip, der Schlüssel hält und den Start misst. Windows 11 und BitLocker verlangen Version 2.0.',
  'The guest has no TPM': 'Der Gast hat kein TPM',
  'Security label': 'Sicherheitslabel',
  'How SELinux, AppArmor or plain ownership keep this VM from the rest of the host. libvirt makes one by itself.':
    'Wie SELinux, AppArmor oder bloßer Besitz diese VM vom Rest des Hosts fernhält. libvirt macht selbst eines.',
  'do without encrypted memory': 'ohne verschlüsselten Speicher auskommen',
  'Memory kept from the host': 'Speicher, den der Host nicht sieht',
  'Encrypted by the processor, so that the host cannot read it.':
    'Vom Prozessor verschlüsselt, sodass der Host ihn nicht lesen kann.',
  'Launch security': 'Geschützter Start',
  None: 'Keiner',
  'The host can read the memory, as of any program. The default.':
    'Der Host kann den Speicher lesen, wie bei jedem Programm. Die Vorgabe.',
  SEV: 'SEV',
  'AMD EPYC: the memory is encrypted. Needs UEFI.': 'AMD EPYC: Der Speicher ist verschlüsselt. Braucht UEFI.',
  'SEV-ES': 'SEV-ES',
  'AMD EPYC 7002: the registers too. The same fields as SEV, by its policy.':
    'AMD EPYC 7002: auch die Register. Dieselben Felder wie SEV, durch seine Policy.',
  'SEV-SNP': 'SEV-SNP',
  'AMD EPYC 7003: and nobody can change it unseen. libvirt 10.5.':
    'AMD EPYC 7003: und niemand kann ihn ungesehen ändern. libvirt 10.5.',
  TDX: 'TDX',
  'Intel Xeon of the fifth generation. libvirt 11.6.': 'Intel Xeon der fünften Generation. libvirt 11.6.',
  'Secure Execution': 'Secure Execution',
  'IBM Z.': 'IBM Z.',
  'TPM {1}': 'TPM {1}',
  'TPM 2.0 by swtpm': 'TPM 2.0 durch swtpm',
  'Needs swtpm on the host; its state is kept with the VM':
    'Braucht swtpm auf dem Host; sein Zustand liegt bei der VM',
  'The TPM of the host': 'Das TPM des Hosts',
  'For one VM alone, and the host does without': 'Für nur eine VM, und der Host verzichtet darauf',
}
