/** The part memory of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const memory: Catalogue = {
  'Huge pages of the host': 'Huge Pages des Hosts',
  'Pages of': 'Seiten zu',
  'This VM needs': 'Diese VM braucht',
  'In the pool': 'Im Vorrat',
  Free: 'Frei',
  'not known': 'nicht bekannt',
  'too few': 'zu wenige',
  'Until the next start of the host, while its memory is not yet in pieces:':
    'Bis zum nächsten Start des Hosts, solange sein Speicher noch nicht zerstückelt ist:',
  'From the start on, on the kernel’s command line:': 'Von Anfang an, in der Kommandozeile des Kernels:',
  'the words for the kernel command line': 'die Wörter für die Kernel-Kommandozeile',
  'Or in /etc/sysctl.d/hugepages.conf:': 'Oder in /etc/sysctl.d/hugepages.conf:',
  'the sysctl file': 'die sysctl-Datei',
  'What it is made of': 'Woraus er besteht',
  Access: 'Zugriff',
  Allocation: 'Zuteilung',
  Balloon: 'Balloon',
  'Lets the host take memory back while the guest runs. Of no use, and in the way, with passed-through devices.':
    'Lässt den Host im Betrieb Speicher zurücknehmen. Mit durchgereichten Geräten nutzlos und im Weg.',
  'Hotplug and dumps': 'Hotplug und Dumps',
  'memory in XML’s own words, what can be plugged in later':
    'Speicher in den Worten des XML, was später einzustecken ist',
  'At the start': 'Beim Start',
  'Most memory': 'Höchstens',
  Pages: 'Seiten',
  'use ordinary pages': 'gewöhnliche Seiten verwenden',
  'use {1} pages': 'Seiten zu {1} verwenden',
  'Ordinary pages': 'Gewöhnliche Seiten',
  'The host gives what is used and may merge huge ones by itself. The default.':
    'Der Host gibt, was gebraucht wird, und fasst von selbst zu großen zusammen. Die Vorgabe.',
  'Huge pages of 2 MiB': 'Huge Pages zu 2 MiB',
  'Less work for the processor. The host has to have set them aside: vm.nr_hugepages.':
    'Weniger Arbeit für den Prozessor. Der Host muss sie bereitgestellt haben: vm.nr_hugepages.',
  'Huge pages of 1 GiB': 'Huge Pages zu 1 GiB',
  'For large guests. Set aside on the host’s kernel command line: hugepagesz=1G hugepages=N.':
    'Für große Gäste. Bereitgestellt in der Kernel-Kommandozeile des Hosts: hugepagesz=1G hugepages=N.',
  'Huge pages of another size': 'Huge Pages anderer Größe',
  'Of the size said below, else of the host’s default.':
    'In der unten genannten Größe, sonst der Vorgabe des Hosts.',
  'This host has none of them: its huge pages are of {1}.':
    'Dieser Host hat keine davon: Seine Huge Pages haben {1}.',
}
