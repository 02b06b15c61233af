/** What the rules of disks say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const disks: Catalogue = {
  'The boot order is said twice: in os.boot and at {1}. libvirt takes one of them only. Remove os.boot, or the order at the devices.':
    'Die Startreihenfolge steht zweimal da: in os.boot und bei {1}. libvirt nimmt nur eine davon. os.boot oder die Reihenfolge bei den Geräten entfernen.',
  'Remove os.boot': 'os.boot entfernen',
  'The boot order {1} is that of {2} already. Give each device a place of its own.':
    'Den Platz {1} in der Startreihenfolge hat schon {2}. Jedem Gerät einen eigenen Platz geben.',
  'Set the order to {1}': 'Den Platz auf {1} setzen',
  'A disk on {1} has no address of type {2}. Leave the address out, and libvirt picks one.':
    'Ein Laufwerk an {1} hat keine Adresse vom Typ {2}. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is at this address already. Leave the address out, and libvirt picks one.':
    '{1} ist schon an dieser Adresse. Die Adresse weglassen, dann wählt libvirt eine.',
  'Leave the address out': 'Die Adresse weglassen',
  'The name of the disk gives it a place where another device is already. Give one of them another.':
    'Der Name des Laufwerks gibt ihm einen Platz, an dem schon ein anderes Gerät ist. Einem von beiden einen anderen geben.',
  'The login is said for the disk and for its source. Say it for the source only.':
    'Die Anmeldung ist für das Laufwerk und für seine Quelle angegeben. Nur für die Quelle angeben.',
  'Keep that of the source': 'Die der Quelle behalten',
  'A block is a power of two from 512 bytes to 2 MiB, {1} is not. 512 and 4096 are usual.':
    'Ein Block ist eine Zweierpotenz von 512 Bytes bis 2 MiB, {1} ist keine. Üblich sind 512 und 4096.',
  'The physical block of {1} bytes is smaller than the logical one of {2}.':
    'Der physische Block mit {1} Bytes ist kleiner als der logische mit {2}.',
  'Leave the physical size out': 'Die physische Größe weglassen',
  'Leave {1} out': '{1} weglassen',
  '{1} is for a disk on the bus {2} or {3} or {4} or {5}; this one is {6}. Leave it out.':
    '{1} ist für ein Laufwerk am Bus {2}, {3}, {4} oder {5}; dieses ist an {6}. Weglassen.',
  '{1} is for a disk on the bus {2} or {3} or {4}; this one is {5}. Leave it out.':
    '{1} ist für ein Laufwerk am Bus {2}, {3} oder {4}; dieses ist an {5}. Weglassen.',
  '{1} is for a disk on the bus {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für ein Laufwerk am Bus {2} oder {3}; dieses ist an {4}. Weglassen.',
  '{1} is for a disk on the bus {2}; this one is {3}. Leave it out.':
    '{1} ist für ein Laufwerk am Bus {2}; dieses ist an {3}. Weglassen.',
  'No {1} of a virtual PC is on the bus {2}. Take {3}.':
    'Am Bus {2} ist in einem virtuellen PC kein Laufwerk der Art {1}. {3} nehmen.',
  'Take the bus {1}': 'Den Bus {1} nehmen',
  'An empty disk can’t be made in the format {1}. Say qcow2 or raw.':
    'Ein leeres Laufwerk lässt sich im Format {1} nicht anlegen. qcow2 oder raw angeben.',
  'Make it as qcow2': 'Als qcow2 anlegen',
  'A new disk is empty, and this one is said to stand on another image. Leave create out and make it yourself (qemu-img create -b), or leave the backing store out.':
    'Ein neues Laufwerk ist leer, und dieses soll auf einem anderen Abbild stehen. create weglassen und es selbst anlegen (qemu-img create -b) oder das Basisabbild weglassen.',
  'Leave the backing store out': 'Das Basisabbild weglassen',
  '{1} is for a drive of the kind {2} or {3} or {4}; this one is {5}. Leave it out.':
    '{1} ist für ein Laufwerk der Art {2}, {3} oder {4}; dieses ist {5}. Weglassen.',
  '{1} is for a drive of the kind {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für ein Laufwerk der Art {2} oder {3}; dieses ist {4}. Weglassen.',
  '{1} is for a drive of the kind {2}; this one is {3}. Leave it out.':
    '{1} ist für ein Laufwerk der Art {2}; dieses ist {3}. Weglassen.',
  'QEMU shows a directory as a FAT file system that can only be read. Set the format to fat and readonly; a share is the way to write.':
    'QEMU zeigt ein Verzeichnis als FAT-Dateisystem, das sich nur lesen lässt. Das Format auf fat setzen und readonly; zum Schreiben ist eine Freigabe da.',
  'Make it read-only FAT': 'Zu schreibgeschütztem FAT machen',
  'A {1} controller has no {2} {3}: {4} is 0. Leave the address out, and libvirt picks one.':
    'Ein {1}-Controller hat kein {2} {3}: {4} ist 0. Die Adresse weglassen, dann wählt libvirt eine.',
  'A {1} controller has no {2} {3}: {4} is {5} at most. Leave the address out, and libvirt picks one.':
    'Ein {1}-Controller hat kein {2} {3}: {4} ist höchstens {5}. Die Adresse weglassen, dann wählt libvirt eine.',
  'A cdrom can’t be on {1}. Take the bus {2}.': 'Ein CD-Laufwerk kann nicht an {1} sein. Den Bus {2} nehmen.',
  'A floppy can’t be on {1}. Take the bus {2}.':
    'Ein Diskettenlaufwerk kann nicht an {1} sein. Den Bus {2} nehmen.',
  'Make it {1} on {2}': 'Zu {1} an {2} machen',
  'QEMU has no encryption of the form {1} any more. Take luks.':
    'QEMU hat keine Verschlüsselung der Form {1} mehr. luks nehmen.',
  'Take luks': 'luks nehmen',
  'Only raw and qcow2 images can be encrypted, this one is {1}.':
    'Nur Abbilder mit raw und qcow2 lassen sich verschlüsseln, dieses ist {1}.',
  'The image is encrypted, and no secret says the passphrase. Make one with virsh secret-define, and name its UUID in secrets.':
    'Das Abbild ist verschlüsselt, und kein Secret nennt die Passphrase. Eines mit virsh secret-define anlegen und seine UUID in secrets nennen.',
  'Which secret it is, nobody says. Name its UUID or its usage.':
    'Welches Secret es ist, steht nirgends. UUID oder usage nennen.',
  'QEMU decrypts with one secret. Leave the others out.':
    'QEMU entschlüsselt mit einem Secret. Die anderen weglassen.',
  'librbd decrypts RBD images only. Leave the engine out, and QEMU decrypts.':
    'librbd entschlüsselt nur RBD-Abbilder. engine weglassen, dann entschlüsselt QEMU.',
  '{1} is called like a {2} image but is opened as raw, which is what libvirt takes when no format is said: the guest would see the image’s header for a disk. Set the format to {3}.':
    '{1} heißt wie ein {2}-Abbild, wird aber als raw geöffnet, denn das nimmt libvirt ohne Angabe des Formats: Der Gast sähe den Kopf des Abbilds als Laufwerk. Das Format auf {3} setzen.',
  '{1} is called like a {2} image but is opened as raw: the guest would see the image’s header for a disk. Set the format to {3}.':
    '{1} heißt wie ein {2}-Abbild, wird aber als raw geöffnet: Der Gast sähe den Kopf des Abbilds als Laufwerk. Das Format auf {3} setzen.',
  'Set the format to {1}': 'Das Format auf {1} setzen',
  'fat is made of a directory: the type of the disk is dir then.':
    'fat entsteht aus einem Verzeichnis: Der Typ des Laufwerks ist dann dir.',
  'A directory is no format: set the type of the disk to dir and the format to fat.':
    'Ein Verzeichnis ist kein Format: den Typ des Laufwerks auf dir und das Format auf fat setzen.',
  'An encrypted image is of the format raw here, with encryption in its source.':
    'Ein verschlüsseltes Abbild hat hier das Format raw, mit encryption in seiner Quelle.',
  'QEMU opens no images of the format {1}. Convert it: qemu-img convert -O qcow2.':
    'QEMU öffnet keine Abbilder im Format {1}. Umwandeln: qemu-img convert -O qcow2.',
  '{1} is for a disk of the format {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für ein Laufwerk im Format {2} oder {3}; dieses ist {4}. Weglassen.',
  '{1} is for a disk of the format {2}; this one is {3}. Leave it out.':
    '{1} ist für ein Laufwerk im Format {2}; dieses ist {3}. Weglassen.',
  '{1} without a bus means IDE, and the machine {2} has no IDE. Take the bus {3}, or virtio for a disk.':
    '{1} ohne Bus heißt IDE, und die Maschine {2} hat kein IDE. Den Bus {3} nehmen, oder virtio für eine Festplatte.',
  'The machine {1} has no IDE. Take the bus {2}, or virtio for a disk.':
    'Die Maschine {1} hat kein IDE. Den Bus {2} nehmen, oder virtio für eine Festplatte.',
  '{1} is for SCSI disks, this one is on {2}. Leave it out, or take the bus scsi.':
    '{1} ist für SCSI-Laufwerke, dieses ist an {2}. Weglassen oder den Bus scsi nehmen.',
  '{1} is called like an ISO image but is a disk that the guest can write. Set the device to cdrom.':
    '{1} heißt wie ein ISO-Abbild, ist aber ein Laufwerk, auf das der Gast schreiben kann. device auf cdrom setzen.',
  'Make it the cdrom {1}': 'Zum CD-Laufwerk {1} machen',
  'An ISO image is opened as raw: QEMU has no format iso. Set the format to raw.':
    'Ein ISO-Abbild wird als raw geöffnet: QEMU hat kein Format iso. Das Format auf raw setzen.',
  'The serial {1} should be of letters, digits, blanks and . _ + -.':
    'serial {1} darf nur Buchstaben, Ziffern, Leerzeichen und . _ + - enthalten.',
  'The vendor {1} should be of 8 characters at most.': 'vendor {1} darf höchstens 8 Zeichen haben.',
  'The product {1} should be of 16 characters at most.': 'product {1} darf höchstens 16 Zeichen haben.',
  'The wwn {1} should be 16 hexadecimal digits.': 'wwn {1} muss 16 Hexadezimalziffern haben.',
  'A LUN hands SCSI commands on, which {1} does not. Take the bus scsi.':
    'Eine LUN gibt SCSI-Befehle weiter, und {1} tut das nicht. Den Bus scsi nehmen.',
  '{1} is for LUNs, this is a {2}.': '{1} ist für LUNs, das hier ist {2}.',
  'A LUN is a block device of the host, this disk is of type {1}. Set the device to disk.':
    'Eine LUN ist ein Blockgerät des Hosts, dieses Laufwerk ist vom Typ {1}. device auf disk setzen.',
  'Set the device to disk': 'device auf disk setzen',
  'Native I/O goes past the host’s cache, and the cache is not said. Set the cache to none, or leave io out.':
    'Natives I/O geht am Cache des Hosts vorbei, und der Cache ist nicht angegeben. Den Cache auf none setzen oder io weglassen.',
  'Native I/O goes past the host’s cache, and the cache is {1}. Set the cache to none, or leave io out.':
    'Natives I/O geht am Cache des Hosts vorbei, und der Cache ist {1}. Den Cache auf none setzen oder io weglassen.',
  'Set the cache to none': 'Den Cache auf none setzen',
  'A disk over {1} is on one host; none is said.':
    'Ein Laufwerk über {1} liegt auf einem Host; keiner ist angegeben.',
  'A disk over {1} is on one host; {2} are said.':
    'Ein Laufwerk über {1} liegt auf einem Host; {2} sind angegeben.',
  'What the image is called is not said: name it as {1} knows it.':
    'Wie das Abbild heißt, ist nicht angegeben: es so nennen, wie {1} es kennt.',
  '{1} means nothing to {2}. Leave {3} out.': '{1} bedeutet für {2} nichts. {3} weglassen.',
  'A disk of the type volume needs the pool and the volume in its source.':
    'Ein Laufwerk vom Typ volume braucht in seiner Quelle pool und volume.',
  'libvirt: “missing source information for device without a name”. Say where the data is: source.file for an image, source.dev for a block device. Only a cdrom or floppy may be empty.':
    'libvirt: „missing source information for device“, und das Laufwerk hat keinen Namen. Angeben, wo die Daten sind: source.file für ein Abbild, source.dev für ein Blockgerät. Nur ein CD- oder Diskettenlaufwerk darf leer sein.',
  'libvirt: “missing source information for device {1}”. Say where the data is: source.file for an image, source.dev for a block device. Only a cdrom or floppy may be empty.':
    'libvirt: „missing source information for device {1}“. Angeben, wo die Daten sind: source.file für ein Abbild, source.dev für ein Blockgerät. Nur ein CD- oder Diskettenlaufwerk darf leer sein.',
  'The disk has no name for the guest. Set target.dev, such as vdb; libvirt numbers the disks by it.':
    'Das Laufwerk hat keinen Namen für den Gast. target.dev setzen, etwa vdb; danach nummeriert libvirt die Laufwerke.',
  'Call it {1}': '{1} nennen',
  '{1} and {2} are both the same disk on {3} to libvirt, which counts by the last letter. Give one another letter.':
    '{1} und {2} sind an {3} für libvirt dasselbe Laufwerk, denn es zählt nach dem letzten Buchstaben. Einem einen anderen Buchstaben geben.',
  'Which namespace of the NVMe device is meant? Most have one, 1.':
    'Welcher Namespace des NVMe-Geräts ist gemeint? Die meisten haben einen, 1.',
  'Take namespace 1': 'Namespace 1 nehmen',
  'The source of an NVMe disk is of type pci.': 'Die Quelle eines NVMe-Laufwerks ist vom Typ pci.',
  'Set the type to pci': 'Den Typ auf pci setzen',
  '{1} names a partition; a disk is called {2}.': '{1} nennt eine Partition; ein Laufwerk heißt {2}.',
  '{1} is looked for from wherever QEMU runs. Write the whole path, from / on.':
    '{1} wird dort gesucht, wo QEMU gerade läuft. Den ganzen Pfad schreiben, ab /.',
  'No QEMU speaks {1} any more (gone with {2}). Move the image elsewhere.':
    'Kein QEMU spricht noch {1} (weg seit {2}). Das Abbild anderswohin bringen.',
  'The machine has no slot for SD cards, and QEMU does not start. Take virtio.':
    'Die Maschine hat keinen Steckplatz für SD-Karten, und QEMU startet nicht. virtio nehmen.',
  'IDE has two buses of two drives, and no {1} {2}: QEMU does not start. Leave the address out.':
    'IDE hat zwei Busse mit je zwei Laufwerken und kein {1} {2}: QEMU startet nicht. Die Adresse weglassen.',
  'A virtio disk has {1} queues at most. One for each vCPU is the best.':
    'Ein virtio-Laufwerk hat höchstens {1} Warteschlangen. Am besten ist eine je vCPU.',
  'Let QEMU choose': 'QEMU wählen lassen',
  'The size of a queue is a power of two up to {1}, {2} is not.':
    'Die Größe einer Warteschlange ist eine Zweierpotenz bis {1}, {2} ist keine.',
  'Take {1}': '{1} nehmen',
  'A hard disk on {1} can’t be read-only. Take the bus virtio or scsi, make it a cdrom, or leave readonly out.':
    'Eine Festplatte an {1} kann nicht schreibgeschützt sein. Den Bus virtio oder scsi nehmen, sie zum CD-Laufwerk machen oder readonly weglassen.',
  'Leave readonly out': 'readonly weglassen',
  '{1} writes to the image, and this drive is read-only. Leave {2} out.':
    '{1} schreibt ins Abbild, und dieses Laufwerk ist schreibgeschützt. {2} weglassen.',
  'A read-only drive has no changes to throw away. Leave transient out.':
    'Ein schreibgeschütztes Laufwerk hat keine Änderungen, die wegfallen könnten. transient weglassen.',
  'A virtio disk has room for {1} characters of its serial number: the guest sees {2}. Names below /dev/disk/by-id end there.':
    'Ein virtio-Laufwerk hat Platz für {1} Zeichen seiner Seriennummer: Der Gast sieht {2}. Namen unter /dev/disk/by-id enden dort.',
  'Shorten it to {1}': 'Auf {1} kürzen',
  'Only a raw image can be used by several VMs at once, this one is {1}. Leave shareable out.':
    'Nur ein raw-Abbild können mehrere VMs zugleich benutzen, dieses ist {1}. shareable weglassen.',
  'Leave shareable out': 'shareable weglassen',
  '{1} is the name of a floppy, and this is a disk.':
    '{1} ist der Name eines Diskettenlaufwerks, und das hier ist eine Festplatte.',
  '{1} is no name of a disk: they are vda, vdb, sda, hda, fda and so on, up to three letters.':
    '{1} ist kein Name eines Laufwerks: Sie heißen vda, vdb, sda, hda, fda und so weiter, mit bis zu drei Buchstaben.',
  '{1} is the name of {2} already. Give each disk a name of its own.':
    '{1} ist schon der Name von {2}. Jedem Laufwerk einen eigenen Namen geben.',
  'The disk is in a throttle group and has limits of its own. Say one of them.':
    'Das Laufwerk ist in einer Drosselgruppe und hat eigene Grenzen. Eines davon angeben.',
  'Keep the throttle group': 'Die Drosselgruppe behalten',
  'The burst {1} is {2}, less than the limit {3} itself. Raise it, or leave it out.':
    'Die Spitze {1} ist {2}, weniger als die Grenze {3} selbst. Erhöhen oder weglassen.',
  'Leave the burst out': 'Die Spitze weglassen',
  '{1} is a burst above {2}, which is not said.': '{1} ist eine Spitze über {2}, und das fehlt.',
  'Set {1} to {2}': '{1} auf {2} setzen',
  '{1} is how long a burst lasts, and there is no {2}.':
    '{1} sagt, wie lange eine Spitze dauert, und {2} fehlt.',
  'Leave the length out': 'Die Dauer weglassen',
  'There is a throttle group {1} already. Leave it out.': 'Es gibt schon eine Drosselgruppe {1}. Weglassen.',
  'A limit for all goes without one for reading or writing. Leave it out.':
    'Zu einer Grenze für alles gehört keine für Lesen oder Schreiben. Weglassen.',
  'There is no throttle group {1}. Leave it out.': 'Es gibt keine Drosselgruppe {1}. Weglassen.',
  'The disk is in the group {1} already. Leave it out.':
    'Das Laufwerk ist schon in der Gruppe {1}. Weglassen.',
  'Leave it out': 'Weglassen',
  '{1} limits reading and writing together; {2} and {3} can’t be said beside it.':
    '{1} begrenzt Lesen und Schreiben zusammen; {2} und {3} können nicht danebenstehen.',
  '{1} limits reading and writing together; {2} can’t be said beside it.':
    '{1} begrenzt Lesen und Schreiben zusammen; {2} kann nicht danebenstehen.',
  'Keep total_{1}': 'total_{1} behalten',
  '{1} may be another disk after the next start of the host. Take its name in /dev/disk/by-id.':
    '{1} kann nach dem nächsten Start des Hosts eine andere Platte sein. Ihren Namen in /dev/disk/by-id nehmen.',
  'A drive on USB can’t be empty. Put a disc in, or take the bus sata.':
    'Ein Laufwerk an USB kann nicht leer sein. Ein Medium einlegen oder den Bus sata nehmen.',
  'Remove the drive': 'Das Laufwerk entfernen',
  'A vhost-user disk is on the bus virtio, this one is on {1}.':
    'Ein vhost-user-Laufwerk ist am Bus virtio, dieses ist an {1}.',
  'The process behind a vhost-user disk has to see the guest’s memory. Set memory_backing.access to shared.':
    'Der Prozess hinter einem vhost-user-Laufwerk muss den Arbeitsspeicher des Gasts sehen. memory_backing.access auf shared setzen.',
  'Share the memory': 'Den Arbeitsspeicher teilen',
  'The process behind a vhost-user disk decides about {1}: leave it out.':
    'Über {1} entscheidet der Prozess hinter einem vhost-user-Laufwerk: weglassen.',
  'QEMU can’t write to an image over {1}. Make the disk read-only, or download the image.':
    'QEMU kann nicht in ein Abbild über {1} schreiben. Das Laufwerk schreibgeschützt machen oder das Abbild herunterladen.',
  'Make it read-only': 'Schreibgeschützt machen',
  'There are two snapshots called {1}. Give each a name of its own.':
    'Es gibt zwei Snapshots namens {1}. Jedem einen eigenen Namen geben.',
  'Give it another name': 'Einen anderen Namen geben',
  '{1} belongs to a source of kind {2} or {3} or {4} or {5}, and this one is {6}. Remove it.':
    '{1} gehört zu einer Quelle der Art {2}, {3}, {4} oder {5}, und diese ist {6}. Entfernen.',
  '{1} belongs to a source of kind {2} or {3} or {4}, and this one is {5}. Remove it.':
    '{1} gehört zu einer Quelle der Art {2}, {3} oder {4}, und diese ist {5}. Entfernen.',
  '{1} belongs to a source of kind {2} or {3}, and this one is {4}. Remove it.':
    '{1} gehört zu einer Quelle der Art {2} oder {3}, und diese ist {4}. Entfernen.',
  '{1} belongs to a source of kind {2}, and this one is {3}. Remove it.':
    '{1} gehört zu einer Quelle der Art {2}, und diese ist {3}. Entfernen.',
  'Remove {1}': '{1} entfernen',
}
