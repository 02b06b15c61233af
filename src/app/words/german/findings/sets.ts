/** What is found about the table of a set, and what its columns are for. */
import type { Catalogue } from '../../catalogue.ts'

const ownName = 'Geben Sie jeder VM einen eigenen Namen.'
const ownMac =
  'Geben Sie jeder Karte eine eigene Adresse, oder lassen Sie sie weg, dann erfindet libvirt eine.'
const leaveOut = 'Lassen Sie sie weg, dann erfindet libvirt eine.'
const ownAddress = 'Geben Sie jedem Gast eine eigene Adresse.'
const oneGuest = 'Ein Gerät ist nur bei einem Gast zugleich: Geben Sie es einem von ihnen.'
const ownDisk =
  'Zwei Gäste, die auf dasselbe Laufwerk schreiben, zerstören es: Geben Sie jedem sein eigenes, oder machen Sie es schreibgeschützt.'
const ownPorts = 'Geben Sie jeder VM eigene Ports.'

export const sets: Catalogue = {
  'The table is longer than {1} MiB.': 'Die Tabelle ist länger als {1} MiB.',
  'The table is empty: begin with a heading such as name, mac, host port.':
    'Die Tabelle ist leer: Beginnen Sie mit Überschriften wie name, mac, host port.',
  'A table has at most {1} rows, and this one has more.':
    'Eine Tabelle hat höchstens {1} Zeilen, und diese hat mehr.',
  'A table has at most {1} columns, and this one has more.':
    'Eine Tabelle hat höchstens {1} Spalten, und diese hat mehr.',
  'A cell is longer than {1} characters.': 'Eine Zelle ist länger als {1} Zeichen.',
  'This row has more cells than the heading has columns: what stands in cell {1} says nothing.':
    'Diese Zeile hat mehr Zellen, als es Überschriften gibt: Was in Zelle {1} steht, sagt nichts.',
  'A quotation mark is not closed before the end of the table.':
    'Ein Anführungszeichen ist bis zum Ende der Tabelle nicht geschlossen.',
  'The table has no rows: each is a VM.': 'Die Tabelle hat keine Zeilen: Jede ist eine VM.',
  'The rows make more than {1} VMs; the others are left out.':
    'Die Zeilen ergeben mehr als {1} VMs; die übrigen sind weggelassen.',
  '{1} is what the column {2} is about already.': 'Von {1} handelt schon die Spalte {2}.',
  'No column is called name: each VM needs a name of its own.':
    'Keine Spalte heißt name: Jede VM braucht einen eigenen Namen.',
  'This column has no heading.': 'Diese Spalte hat keine Überschrift.',
  'This column has no heading. Write one of {1}, or the path of a field.':
    'Diese Spalte hat keine Überschrift. Schreiben Sie eines von {1} oder den Pfad eines Felds.',
  '{1} is no field of a design. Did you mean {2}? Write one of {3}, or the path of a field.':
    '{1} ist kein Feld eines Entwurfs. Meinten Sie {2}? Schreiben Sie eines von {3} oder den Pfad eines Felds.',
  '{1} is no field of a design. Write one of {2}, or the path of a field.':
    '{1} ist kein Feld eines Entwurfs. Schreiben Sie eines von {2} oder den Pfad eines Felds.',
  'This is no JSON: {1}': 'Das ist kein JSON: {1}',
  'The counters of {1} are of different lengths: each makes the same rows.':
    'Die Zähler von {1} sind verschieden lang: Jeder macht dieselben Zeilen.',
  '{1} counts down: write the smaller number first.':
    '{1} zählt abwärts: Schreiben Sie die kleinere Zahl zuerst.',
  '{1} makes {2} rows; at most {3} are read.': '{1} ergibt {2} Zeilen; höchstens {3} werden gelesen.',
  'This cell makes {1} rows, another one of the row {2}.':
    'Diese Zelle ergibt {1} Zeilen, eine andere derselben Zeile {2}.',
  '{1} is no address with the length of its network, such as 10.0.0.11/24.':
    '{1} ist keine Adresse mit der Länge ihres Netzes, etwa 10.0.0.11/24.',
  'The design pins {1} vCPUs one to one, and {2} has {3} CPUs.':
    'Der Entwurf bindet {1} vCPUs einzeln an CPUs, und {2} hat {3} CPUs.',
  '{1} is no device of the host: write 01:00.0 for a PCI function, 046d:c52b for a USB device.':
    '{1} ist kein Gerät des Hosts: Schreiben Sie 01:00.0 für eine PCI-Funktion, 046d:c52b für ein USB-Gerät.',
  '{1} has the name {2}, and so has {3}. Give each VM a name of its own.': `{1} hat den Namen {2}, und {3} auch. ${ownName}`,
  '{1} has the MAC address {2}, and so has {3}. Give each card an address of its own, or leave it out and libvirt makes one up.': `{1} hat die MAC-Adresse {2}, und {3} auch. ${ownMac}`,
  '{1} has the UUID {2}, and so has {3}. Leave it out, and libvirt makes one up.': `{1} hat die UUID {2}, und {3} auch. ${leaveOut}`,
  '{1} has the static address {2}, and so has {3}. Give each guest an address of its own.': `{1} hat die feste Adresse {2}, und {3} auch. ${ownAddress}`,
  '{1} has the same device of the host, and so has {2}. A device is with one guest at a time: give it to one of them.': `{1} hat dasselbe Gerät des Hosts wie {2}. ${oneGuest}`,
  '{1} has the disk {2}, and so has {3}. Two guests that write to one disk destroy it: give each its own, or make it read-only.': `{1} hat das Laufwerk {2}, und {3} auch. ${ownDisk}`,
  '{1} has the variables of the firmware in {2}, and so has {3}. Two guests that write to one disk destroy it: give each its own, or make it read-only.': `{1} hat die Variablen der Firmware in {2}, und {3} auch. ${ownDisk}`,
  '{1} has a vCPU pinned to CPU {2} of the host, and so has {3}. They take turns there: give each vCPU a CPU of its own.':
    '{1} hat eine vCPU an CPU {2} des Hosts gebunden, und {3} auch. Sie wechseln sich dort ab: Geben Sie jeder vCPU eine eigene CPU.',
  '{1} wants port {2} of the host for SSH, and so does {3} for SSH. Give each VM ports of its own.': `{1} will Port {2} des Hosts für SSH, und {3} auch. ${ownPorts}`,
  '{1} wants port {2} of the host for {3}, and so does {4} for {5}. Give each VM ports of its own.': `{1} will Port {2} des Hosts für {3}, und {4} für {5} auch. ${ownPorts}`,
  '{1} wants ports {2} of the host for {3}, and so does {4} for {5}. Give each VM ports of its own.': `{1} will die Ports {2} des Hosts für {3}, und {4} für {5} auch. ${ownPorts}`,
  'The {1} VMs have {2} of memory together, and the host has {3}. Give them less, or do not run all at once.':
    'Die {1} VMs haben zusammen {2} Arbeitsspeicher, und der Host hat {3}. Geben Sie ihnen weniger, oder lassen Sie nicht alle zugleich laufen.',
  'The VMs need {1} huge pages of {2} KiB together, and there are {3}. Set more aside, or do not run all at once.':
    'Die VMs brauchen zusammen {1} Huge Pages von {2} KiB, und es gibt {3}. Halten Sie mehr bereit, oder lassen Sie nicht alle zugleich laufen.',
  'The VMs need {1} huge pages of {2} KiB together on node {3}, and there are {4}. Set more aside, or do not run all at once.':
    'Die VMs brauchen zusammen {1} Huge Pages von {2} KiB auf Knoten {3}, und es gibt {4}. Halten Sie mehr bereit, oder lassen Sie nicht alle zugleich laufen.',
  'The link has a table of VMs that can’t be read; what it holds is one design.':
    'Der Link hat eine Tabelle von VMs, die nicht zu lesen ist; was er enthält, ist ein Entwurf.',
  'The name of the VM. Each row needs one.': 'Der Name der VM. Jede Zeile braucht einen.',
  'The MAC address of the first network card.': 'Die MAC-Adresse der ersten Netzwerkkarte.',
  'The port of the host that leads to the guest’s SSH.': 'Der Port des Hosts, der zum SSH des Gasts führt.',
  'The static address of the guest with its length, such as 10.0.0.11/24; cloud-init sets it.':
    'Die feste Adresse des Gasts mit ihrer Länge, etwa 10.0.0.11/24; cloud-init setzt sie.',
  'The CPUs of the host that it runs on, such as 4-7. A design with pins one to one has them on these, in order.':
    'Die CPUs des Hosts, auf denen sie läuft, etwa 4-7. Ein Entwurf mit einzeln gebundenen vCPUs hat sie der Reihe nach auf diesen.',
  'PCI functions such as 01:00.0 or USB devices such as 046d:c52b, with blanks between them; - for none.':
    'PCI-Funktionen wie 01:00.0 oder USB-Geräte wie 046d:c52b, mit Leerzeichen dazwischen; - für keine.',
  'The memory of the guest, such as 4G.': 'Der Arbeitsspeicher des Gasts, etwa 4G.',
  'How many virtual CPUs it has.': 'Wie viele virtuelle CPUs sie hat.',
  'The size of the root disk.': 'Die Größe des Systemlaufwerks.',
  'The name that the guest calls itself.': 'Der Name, mit dem der Gast sich selbst nennt.',
  'The UUID of the domain.': 'Die UUID der Domain.',
}
