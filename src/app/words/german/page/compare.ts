/** The page: compare. */
import type { Catalogue } from '../../catalogue.ts'

export const compare: Catalogue = {
  'Compare with another VM': 'Mit einer anderen VM vergleichen',
  'The VM as it is now: what <code>virsh dumpxml</code> prints, or another vm.yml':
    'Die VM, wie sie jetzt ist: was <code>virsh dumpxml</code> ausgibt, oder eine andere vm.yml',
  'Or a file': 'Oder eine Datei',
  'One place that libvirt fills in by itself, or that only a running VM has, is left aside.':
    'Eine Stelle, die libvirt selbst ausfüllt oder die nur eine laufende VM hat, bleibt außer Betracht.',
  '{1} places that libvirt fills in by itself, or that only a running VM has, are left aside.':
    '{1} Stellen, die libvirt selbst ausfüllt oder die nur eine laufende VM hat, bleiben außer Betracht.',
  'Of a VM that runs, the commands change what goes live at once. With <code>virsh dumpxml --inactive</code> they change its definition.':
    'Bei einer laufenden VM ändern die Befehle sofort, was im Betrieb geht. Mit <code>virsh dumpxml --inactive</code> ändern sie ihre Definition.',
  'What compares could not do it: try again when there is a connection, or with a shorter text.':
    'Der Vergleich war nicht möglich: Versuchen Sie es wieder, wenn es eine Verbindung gibt, oder mit einem kürzeren Text.',
  'There is no VM in the text.': 'In dem Text ist keine VM.',
  '{1}, one of {2} in the text,': '{1}, eine von {2} in dem Text,',
  '{1} is equal to this design.': '{1} ist gleich diesem Entwurf.',
  '{1} between {2} and this design.': '{1} zwischen {2} und diesem Entwurf.',
  Commands: 'Befehle',
  'Commands that make {1} this design': 'Befehle, die aus {1} diesen Entwurf machen',
  'the commands': 'die Befehle',
  XML: 'XML',
  'XML: {1} on the left, this design on the right': 'XML: links {1}, rechts dieser Entwurf',
  '1 difference': '1 Unterschied',
  '{1} differences': '{1} Unterschiede',
  '{1}, {2} of them live and {3} after a restart,': '{1}, davon {2} im Betrieb und {3} nach einem Neustart,',
  'goes live': 'im Betrieb',
  'after a restart': 'nach einem Neustart',
  'new definition': 'neue Definition',
  Differences: 'Unterschiede',
  'Its commands': 'Seine Befehle',
  'Or with an earlier state of this design, or with another design':
    'Oder mit einem früheren Stand dieses Entwurfs oder mit einem anderen Entwurf',
  'none of them': 'keiner davon',
  'step {1}': 'Schritt {1}',
  'before: {1}': 'davor: {1}',
  'XML of the other VM': 'XML der anderen VM',
  'XML of this design': 'XML dieses Entwurfs',
}
