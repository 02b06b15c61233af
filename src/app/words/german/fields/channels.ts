/** Labels and help of the fields of the part channels. */
import type { Catalogue } from '../../catalogue.ts'

export const channels: Catalogue = {
  'Serial ports of the guest.': 'Serielle Schnittstellen des Gastes.',
  'What the host’s end is.': 'Was am Ende des Hosts ist.',
  'Number of the port, from 0.': 'Nummer des Anschlusses, ab 0.',
  'Model of the device.': 'Modell des Geräts.',
  'Parallel ports': 'Parallele Schnittstellen',
  'Parallel ports of the guest.': 'Parallele Schnittstellen des Gastes.',
  Consoles: 'Konsolen',
  'Text consoles of the guest.': 'Textkonsolen des Gastes.',
  Tty: 'TTY',
  'Terminal on the host, as libvirt reports it.': 'Terminal auf dem Host, wie libvirt es meldet.',
  'Lines between host and guest: the agents.': 'Leitungen zwischen Host und Gast: die Agenten.',
  'Socket or device on the host; {{.VmStateDir}} and {{.VmName}} are filled in.':
    'Socket oder Gerät auf dem Host; {{.VmStateDir}} und {{.VmName}} werden ausgefüllt.',
  'Target type': 'Art des Ziels',
  'virtio, or guestfwd for a user network.': 'virtio, oder guestfwd für ein Benutzernetzwerk.',
  'Name in the guest: org.qemu.guest_agent.0, com.redhat.spice.0 …':
    'Name im Gast: org.qemu.guest_agent.0, com.redhat.spice.0 …',
  'Target state': 'Zustand des Ziels',
  'As libvirt reports it.': 'Wie libvirt ihn meldet.',
  'Target address': 'Adresse des Ziels',
  'Address in the guest’s network, for guestfwd.': 'Adresse im Netzwerk des Gastes, für guestfwd.',
  'Target port': 'Port des Ziels',
  'Port there, for guestfwd.': 'Port dort, für guestfwd.',
  Vsock: 'Vsock',
  'Sockets between host and guest without a network.': 'Sockets zwischen Host und Gast ohne Netzwerk.',
  CID: 'CID',
  'Context id of the guest.': 'Kontext-ID des Gastes.',
  Auto: 'Auto',
  'libvirt chooses.': 'libvirt wählt.',
  'Context id from 3.': 'Kontext-ID ab 3.',
}
