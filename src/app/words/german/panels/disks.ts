/** The part disks of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const disks: Catalogue = {
  'boots as number {1}': 'startet als Nummer {1}',
  'no source yet': 'noch keine Quelle',
  'with the files of the VM': 'bei den Dateien der VM',
  'SCSI LUN': 'SCSI-LUN',
  'New disk': 'Neues Laufwerk',
  'An empty qcow2 file, made with the VM': 'Eine leere qcow2-Datei, mit der VM erzeugt',
  'Disk image': 'Laufwerksabbild',
  'A qcow2 or raw file that is there': 'Eine vorhandene qcow2- oder raw-Datei',
  'CD image': 'CD-Abbild',
  'An ISO file, or an empty drive': 'Eine ISO-Datei, oder ein leeres Laufwerk',
  'Block device': 'Blockgerät',
  'A disk or volume of the host, best by /dev/disk/by-id':
    'Ein Datenträger oder Volume des Hosts, am besten über /dev/disk/by-id',
  'Network disk': 'Netzwerklaufwerk',
  'NBD, iSCSI, Ceph, NFS, SSH or HTTP': 'NBD, iSCSI, Ceph, NFS, SSH oder HTTP',
  'Volume of a storage pool': 'Volume eines Speicherpools',
  'Floppy image': 'Diskettenabbild',
  'The machine pc alone has a drive': 'Nur die Maschine pc hat ein Laufwerk dafür',
  'Further disks': 'Weitere Laufwerke',
  disk: 'Laufwerk',
  'No further disk': 'Kein weiteres Laufwerk',
  'No disk': 'Kein Laufwerk',
  'Root disk and CDs': 'Systemlaufwerk und CDs',
  'What the guest starts from; the host facts say where it is.':
    'Wovon der Gast startet; die Angaben über den Host sagen, wo es ist.',
  'Go to the installer': 'Zum Installationsmedium',
  'Source and size': 'Quelle und Größe',
  'Go to the source of the root disk': 'Zur Quelle des Systemlaufwerks',
  'Go to cloud-init': 'Zu cloud-init',
  'answers to the installer': 'Antworten für das Installationsprogramm',
}
