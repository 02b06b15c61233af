/** The part channels of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const channels: Catalogue = {
  'Agents and channels': 'Agenten und Kanäle',
  'Lines over virtio, each with a name that its program in the guest looks for.':
    'Leitungen über virtio, jede mit einem Namen, nach dem ihr Programm im Gast sucht.',
  channel: 'Kanal',
  'No agent is reached': 'Kein Agent ist zu erreichen',
  'Serial ports': 'Serielle Schnittstellen',
  'The way in when the network is not: virsh console.':
    'Der Weg hinein, wenn das Netzwerk keiner ist: virsh console.',
  'None said: one on a pseudo-terminal': 'Keine genannt: eine auf einem Pseudoterminal',
  'Consoles and parallel ports': 'Konsolen und parallele Schnittstellen',
  'virtio consoles, printers of old': 'virtio-Konsolen, Drucker von früher',
  console: 'Konsole',
  'sockets between host and guest without a network': 'Sockets zwischen Host und Gast ohne Netzwerk',
  'QEMU guest agent': 'QEMU-Gastagent',
  'SPICE agent': 'SPICE-Agent',
  'Folder of the SPICE viewer': 'Ordner des SPICE-Betrachters',
  'Port {1}': 'Port {1}',
  'Addresses of the guest, clean shutdown, file systems at rest for snapshots':
    'Adressen des Gastes, sauberes Herunterfahren, ruhende Dateisysteme für Snapshots',
  'Clipboard, screen size and mouse of the SPICE viewer':
    'Zwischenablage, Bildschirmgröße und Maus des SPICE-Betrachters',
  'SPICE agent for VNC and D-Bus': 'SPICE-Agent für VNC und D-Bus',
  'The clipboard without SPICE; QEMU speaks with the agent':
    'Die Zwischenablage ohne SPICE; QEMU spricht mit dem Agenten',
  'WebDAV: spice-webdavd in the guest': 'WebDAV: spice-webdavd im Gast',
  'A channel of your own': 'Ein eigener Kanal',
  'A socket on the host, /dev/virtio-ports/NAME in the guest':
    'Ein Socket auf dem Host, /dev/virtio-ports/NAME im Gast',
  'Pseudo-terminal': 'Pseudoterminal',
  'virsh console': 'virsh console',
  Socket: 'Socket',
  'A program on the host connects to it': 'Ein Programm auf dem Host verbindet sich damit',
  TCP: 'TCP',
  'What the guest says is kept': 'Was der Gast sagt, wird aufbewahrt',
  'Port of the host': 'Port des Hosts',
  'Such as /dev/ttyS0': 'Etwa /dev/ttyS0',
  'virtio console': 'virtio-Konsole',
  'hvc0 in the guest': 'hvc0 im Gast',
  'Serial console': 'Serielle Konsole',
  'The same as serial port 0': 'Dieselbe wie serielle Schnittstelle 0',
}
