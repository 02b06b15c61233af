/** What is said elsewhere, in English, and looked up by the page: counts, the verdict and the workers. */
import type { Catalogue } from '../catalogue.ts'

export const lookedUp: Catalogue = {
  'no findings': 'keine Befunde',
  '1 error': '1 Fehler',
  '{1} errors': '{1} Fehler',
  '1 warning': '1 Warnung',
  '{1} warnings': '{1} Warnungen',
  '1 advice': '1 Hinweis',
  '{1} advice': '{1} Hinweise',
  '1 more concerns only libvirt': '1 weiterer betrifft nur libvirt',
  '{1} more concern only libvirt': '{1} weitere betreffen nur libvirt',
  '1 more concerns only a hand-run QEMU': '1 weiterer betrifft nur QEMU von Hand',
  '{1} more concern only a hand-run QEMU': '{1} weitere betreffen nur QEMU von Hand',
  '1 more concerns only the bundle': '1 weiterer betrifft nur das Paket',
  '{1} more concern only the bundle': '{1} weitere betreffen nur das Paket',
  'libvirt session': 'libvirt, Sitzung',
  'libvirt system': 'libvirt, System',
  'QEMU by hand': 'QEMU von Hand',
  'Yes.': 'Ja.',
  'Yes, after create.sh, which makes {1}.': 'Ja, nach create.sh, das anlegt: {1}.',
  'Not yet: 1 thing remains.': 'Noch nicht: 1 Sache bleibt zu tun.',
  'Not yet: {1} things remain.': 'Noch nicht: {1} Sachen bleiben zu tun.',
  'Likely: 1 thing only the host can tell.': 'Wohl ja: 1 Sache weiß nur der Host.',
  'Likely: {1} things only the host can tell.': 'Wohl ja: {1} Sachen weiß nur der Host.',
  'Likely, after create.sh: 1 thing only the host can tell.':
    'Wohl ja, nach create.sh: 1 Sache weiß nur der Host.',
  'Likely, after create.sh: {1} things only the host can tell.':
    'Wohl ja, nach create.sh: {1} Sachen weiß nur der Host.',
  'No: it is for another hypervisor.': 'Nein: Sie ist für einen anderen Hypervisor.',
  'libvirt answers at {1}.': 'libvirt antwortet unter {1}.',
  'KVM can be used.': 'KVM ist zu verwenden.',
  'QEMU for {1} is installed.': 'QEMU für {1} ist installiert.',
  'The program {1} is installed.': 'Das Programm {1} ist installiert.',
  'UEFI firmware for {1} is installed.': 'UEFI-Firmware für {1} ist installiert.',
  'The firmware {1} is there.': 'Die Firmware {1} ist da.',
  'libvirt’s network {1} is started.': 'Das libvirt-Netzwerk {1} ist gestartet.',
  'The bridge {1} is there.': 'Die Bridge {1} ist da.',
  'Fix {1} findings': '{1} Befunde beheben',
  'There are {1} domains here, and the page edits one. Open the text as a file to choose.':
    'Hier sind {1} Domains, und die Seite bearbeitet eine. Öffnen Sie den Text als Datei, um zu wählen.',
  'The domain is inside <{1}>. Keep only <domain>, or open the text as a file.':
    'Die Domain steht in <{1}>. Behalten Sie nur <domain>, oder öffnen Sie den Text als Datei.',
  'The VM has no name. Write one, such as <name>my-vm</name>.':
    'Die VM hat keinen Namen. Schreiben Sie einen, etwa <name>meine-vm</name>.',
}
