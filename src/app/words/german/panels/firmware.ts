/** The part firmware of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const firmware: Catalogue = {
  'give the firmware what it needs': 'der Firmware geben, was sie braucht',
  'Fix all {1}': 'Alle {1} beheben',
  'use firmware {1}': 'Firmware {1} verwenden',
  Mainboard: 'Hauptplatine',
  Machine: 'Maschine',
  'use machine {1}': 'Maschine {1} verwenden',
  'Running it': 'Ausführung',
  Hypervisor: 'Hypervisor',
  'Boot a kernel directly': 'Kernel direkt starten',
  'kernel, initrd and command line from the host': 'Kernel, initrd und Kommandozeile vom Host',
  'System information': 'Systemangaben',
  'maker, product and serial in SMBIOS, OEM strings':
    'Hersteller, Produkt und Seriennummer im SMBIOS, OEM-Texte',
  BIOS: 'BIOS',
  'SeaBIOS, a part of QEMU: needs nothing on the host. Fast, and boots all but images made for UEFI alone. The default.':
    'SeaBIOS, ein Teil von QEMU: braucht nichts auf dem Host. Schnell, und startet alles außer Abbildern nur für UEFI. Die Vorgabe.',
  UEFI: 'UEFI',
  'What machines of today have. Needs edk2 (OVMF) on the host; keeps its variables in a file of this VM.':
    'Was heutige Rechner haben. Braucht edk2 (OVMF) auf dem Host; hält seine Variablen in einer Datei dieser VM.',
  'Boots signed systems only; Windows 11 asks for it. Needs edk2 with Secure Boot, the machine q35 and SMM.':
    'Startet nur signierte Systeme; Windows 11 verlangt es. Braucht edk2 mit Secure Boot, die Maschine q35 und SMM.',
  'PCI Express, as in machines since 2009. The default on x86_64.':
    'PCI Express, wie in Rechnern seit 2009. Die Vorgabe auf x86_64.',
  pc: 'pc',
  'i440fx with PCI, floppy and IDE, of 1996: for systems that know nothing newer.':
    'i440fx mit PCI, Diskette und IDE, von 1996: für Systeme, die nichts Neueres kennen.',
  virt: 'virt',
  'A board made for VMs. The default on aarch64 and riscv64; not on x86_64.':
    'Eine Platine für VMs. Die Vorgabe auf aarch64 und riscv64; nicht auf x86_64.',
  'Boot order': 'Startreihenfolge',
  'Kinds of device in the order they are tried. Not together with a boot order at single devices.':
    'Arten von Geräten in der Reihenfolge, in der sie versucht werden. Nicht zusammen mit einer Startreihenfolge an einzelnen Geräten.',
  'boot device': 'Startgerät',
  'Not said: the disk': 'Nicht gesagt: das Laufwerk',
  first: 'zuerst',
}
