/** The page: many VMs of one design. */
import type { Catalogue } from '../../catalogue.ts'

export const sets: Catalogue = {
  'The table of VMs': 'Die Tabelle der VMs',
  'A table makes {1} VMs of it: {2}.': 'Eine Tabelle macht daraus {1} VMs: {2}.',
  'Many from one …': 'Viele aus einer …',
  'Many from one': 'Viele aus einer',
  'This should be columns and rows of texts.': 'Das müssen Spalten und Zeilen aus Texten sein.',
  'Opened {1} from {2} with its table of {3} VMs; {4} stays among the designs':
    '{1} aus {2} geöffnet, mit der Tabelle von {3} VMs; {4} bleibt bei den Entwürfen',
  'All {1} as one design and a table': 'Alle {1} als ein Entwurf und eine Tabelle',
  '{1}, with {2} in the table; comments stay in the file':
    '{1}, mit {2} in der Tabelle; Kommentare bleiben in der Datei',
  'many, set, several, fleet, csv, spreadsheet, table, rows, clones, copies, cluster, count':
    'viele, mehrere, Flotte, csv, Tabelle, Tabellenkalkulation, Zeilen, Klone, Kopien, Cluster, zählen',
  'Another column': 'Weitere Spalte',
  'A word of the list, or the path of any field, such as libvirt.vcpu.cpuset.':
    'Ein Wort der Liste oder der Pfad irgendeines Felds, etwa libvirt.vcpu.cpuset.',
  'Add the column': 'Spalte hinzufügen',
  'Names by counting': 'Namen durch Zählen',
  'Braces count: {01..12} is 01, 02 and so on to 12.':
    'Geschweifte Klammern zählen: {01..12} ist 01, 02 und so weiter bis 12.',
  'Add one row': 'Eine Zeile hinzufügen',
  'Add {1} rows': '{1} Zeilen hinzufügen',
  'As one row that counts': 'Als eine Zeile, die zählt',
  'Write a name; web-{1..3} is three of them.': 'Schreiben Sie einen Namen; web-{1..3} sind drei.',
  'It gives: {1}': 'Das ergibt: {1}',
  'All of them': 'Alle',
  'One of them': 'Eine davon',
  'Row {1}': 'Zeile {1}',
  'Open {1} as a design of its own': '{1} als eigenen Entwurf öffnen',
  'Several VMs of this design, each with what is another in it: its name, its MAC address, its port, or any other field. A row of a table is a VM.':
    'Mehrere VMs aus diesem Entwurf, jede mit dem, was bei ihr anders ist: Name, MAC-Adresse, Port oder irgendein anderes Feld. Eine Zeile der Tabelle ist eine VM.',
  'Or a table that there is already: its first line says what its columns are about, such as name, mac and host port.':
    'Oder eine Tabelle, die es schon gibt: Ihre erste Zeile sagt, wovon die Spalten handeln, etwa name, mac und host port.',
  'Paste from a spreadsheet, or CSV': 'Aus einer Tabellenkalkulation einfügen, oder CSV',
  'paste the table': 'Tabelle einfügen',
  'open the table of {1}': 'Tabelle aus {1} öffnen',
  '{1} has no table whose heading says name': '{1} hat keine Tabelle mit der Überschrift name',
  'Open a table': 'Tabelle öffnen',
  'Looking at the table …': 'Die Tabelle wird geprüft …',
  'No VM comes of the table yet.': 'Aus der Tabelle wird noch keine VM.',
  '{1} of {2}, {3}: {4}': '{1} aus {2}, {3}: {4}',
  'The table': 'Die Tabelle',
  'the table': 'die Tabelle',
  'Back to one VM': 'Zurück zu einer VM',
  'Give each VM a port of its own, from {1} on': 'Jeder VM einen eigenen Port geben, ab {1}',
  'give each VM a port': 'jeder VM einen Port geben',
  'Each VM has a port of its own, from {1} on': 'Jede VM hat einen eigenen Port, ab {1}',
  'column {1}': 'Spalte {1}',
  'Heading {1}': 'Überschrift {1}',
  'Row {1}, {2}': 'Zeile {1}, {2}',
  '{1} of this design: many from one': '{1} aus diesem Entwurf: Viele aus einer',
  'VMs of the set': 'VMs der Tabelle',
  Row: 'Zeile',
  'Heading of column {1}': 'Überschrift von Spalte {1}',
  'Remove the column {1}': 'Spalte {1} entfernen',
  'Add a row': 'Zeile hinzufügen',
  'Show the other {1} rows': 'Die anderen {1} Zeilen zeigen',
  '{1} VMs': '{1} VMs',
  '{1}, row {2}': '{1}, Zeile {2}',
  'Remove row {1}': 'Zeile {1} entfernen',
  'A cell that is empty leaves the design as it is. What is copied from a spreadsheet can be pasted in any cell.':
    'Eine leere Zelle lässt den Entwurf, wie er ist. Was aus einer Tabellenkalkulation kopiert ist, lässt sich in jeder Zelle einfügen.',
  'Each column needs a heading: a word such as mac or memory, or the path of a field.':
    'Jede Spalte braucht eine Überschrift: ein Wort wie mac oder memory oder den Pfad eines Felds.',
  'The field {1} of the design.': 'Das Feld {1} des Entwurfs.',
  'paste into the table': 'in die Tabelle einfügen',
  'The table has {1} now.': 'Die Tabelle hat jetzt {1}.',
  'Nothing was changed: {1}': 'Nichts wurde geändert: {1}',
  'As one text': 'Als ein Text',
  'vm.yml with all VMs': 'vm.yml mit allen VMs',
  'One zip has a folder for each VM, and above them create.sh, which makes and starts all, and destroy.sh, which takes all away.':
    'Ein Zip hat einen Ordner für jede VM und darüber create.sh, das alle anlegt und startet, und destroy.sh, das alle wegnimmt.',
  'Packing …': 'Wird gepackt …',
  'Download {1} VMs as zip': '{1} VMs als Zip herunterladen',
  'Download it with these': 'Damit herunterladen',
  'change the table': 'Tabelle ändern',
  'add a VM to the table': 'VM zur Tabelle hinzufügen',
  'add VMs to the table': 'VMs zur Tabelle hinzufügen',
  'remove row {1} of the table': 'Zeile {1} der Tabelle entfernen',
  'add the column {1}': 'Spalte {1} hinzufügen',
  'remove the column {1}': 'Spalte {1} entfernen',
  'take the table away': 'Tabelle wegnehmen',
  'The design is one VM again; undo brings the table back':
    'Der Entwurf ist wieder eine VM; Rückgängig bringt die Tabelle zurück',
  'The whole design and its table of {1} VMs are in the link, of {2} characters. No server sees it; whoever gets the link can read all of it.':
    'Der ganze Entwurf und seine Tabelle von {1} VMs stehen im Link, der {2} Zeichen hat. Kein Server sieht ihn; wer den Link bekommt, kann alles davon lesen.',
  'Downloaded {1}.zip, of the design alone: its table of VMs is in Many from one':
    '{1}.zip heruntergeladen, nur mit dem Entwurf: Die Tabelle der VMs ist in Viele aus einer',
  'The design and its table are too large for a link: download the vm.yml with all VMs and send that':
    'Der Entwurf und seine Tabelle sind zu groß für einen Link: Laden Sie die vm.yml mit allen VMs herunter und senden Sie die',
  'There is no link. {1}': 'Es gibt keinen Link. {1}',
}
