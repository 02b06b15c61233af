/** The part source of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const source: Catalogue = {
  'What will run in it?': 'Was wird darin laufen?',
  'The system and its version. What it needs is filled in, wherever you say nothing else; one that is not in the list is as possible.':
    'Das System und seine Version. Was es braucht, wird ausgefüllt, wo Sie nichts anderes sagen; eines, das nicht in der Liste steht, geht ebenso.',
  'Search: ubuntu, windows 11, nas …': 'Suche: ubuntu, windows 11, nas …',
  '{1}, official image': '{1}, offizielles Abbild',
  'change what will run in it': 'ändern, was darin läuft',
  'run {1}': '{1} betreiben',
  '{1} is chosen; what it needs is filled in': '{1} ist gewählt; was es braucht, ist ausgefüllt',
  'Filled in: {1}. A word of yours anywhere takes its place.':
    'Ausgefüllt: {1}. Ein eigenes Wort tritt überall an dessen Stelle.',
  'It starts from the official image, which create.sh fetches and checks.':
    'Es startet vom offiziellen Abbild, das create.sh holt und prüft.',
  'Start from its official image': 'Vom offiziellen Abbild starten',
  'use the image of {1}': 'das Abbild von {1} verwenden',
  'The VM is made of the official image of {1}': 'Die VM entsteht aus dem offiziellen Abbild von {1}',
  'Start from a preset': 'Mit einer Vorlage beginnen',
  'A whole design, to be changed as you like. Undo takes it back.':
    'Ein ganzer Entwurf, nach Belieben zu ändern. Rückgängig nimmt ihn zurück.',
  'What tells presets apart': 'Was Vorlagen unterscheidet',
  'It needs of the host:': 'Sie braucht vom Host:',
  'What the preset needs': 'Was die Vorlage braucht',
  ': it is there': ': ist da',
  ': not on this host': ': nicht auf diesem Host',
  Presets: 'Vorlagen',
  Needs: 'Braucht',
  '{1} (not here)': '{1} (nicht hier)',
  'The list of systems': 'Die Liste der Systeme',
  'Root disk': 'Systemlaufwerk',
  'Disk size': 'Größe des Laufwerks',
  Installer: 'Installationsmedium',
  'Its CD comes before the disk until the system is installed.':
    'Seine CD kommt vor dem Laufwerk, bis das System installiert ist.',
  'About the VM': 'Über die VM',
  Snapshots: 'Snapshots',
  'Taken by the scripts, each from the one before it unless said otherwise.':
    'Von den Skripten gemacht, jeder auf dem vorigen, wenn nichts anderes gesagt ist.',
  snapshot: 'Snapshot',
  'No snapshot is taken': 'Kein Snapshot wird gemacht',
  'use source {1}': 'Quelle {1} verwenden',
  'use a new empty disk': 'ein neues leeres Laufwerk verwenden',
  'Cloud image': 'Cloud-Abbild',
  'A ready disk of a distribution, set up by cloud-init at the first boot. The quickest way to a login.':
    'Ein fertiges Laufwerk einer Distribution, beim ersten Start von cloud-init eingerichtet. Der schnellste Weg zu einer Anmeldung.',
  'Bootable container': 'Startfähiger Container',
  'A container image with a kernel, written to a disk; updates come as images too.':
    'Ein Container-Abbild mit Kernel, auf ein Laufwerk geschrieben; Aktualisierungen kommen auch als Abbilder.',
  Bootstrapped: 'Paketweise gebaut',
  'Made package by package with pacstrap, debootstrap, dnf and others.':
    'Paket für Paket mit pacstrap, debootstrap, dnf und anderen.',
  Clone: 'Klon',
  'A copy of another VM, or of one of its snapshots.':
    'Eine Kopie einer anderen VM oder eines ihrer Snapshots.',
  'Disk that is there': 'Vorhandenes Laufwerk',
  'A VM of libvirt that is taken over with its disk.':
    'Eine VM von libvirt, die mit ihrem Laufwerk übernommen wird.',
  'New empty disk': 'Neues leeres Laufwerk',
  'To be installed on from a CD. Made once, and never over a file.':
    'Um von einer CD darauf zu installieren. Einmal erzeugt, und nie über eine Datei.',
  'Arch Linux, user arch': 'Arch Linux, Benutzer arch',
  'Debian 13, user debian': 'Debian 13, Benutzer debian',
  'Ubuntu 24.04, user ubuntu': 'Ubuntu 24.04, Benutzer ubuntu',
  Snapshot: 'Snapshot',
  'file systems at rest': 'Dateisysteme in Ruhe',
  'after {1}': 'nach {1}',
  'start from {1}': 'mit {1} beginnen',
  'Started from {1}; undo brings back what was there':
    'Mit {1} begonnen; rückgängig bringt zurück, was da war',
}
