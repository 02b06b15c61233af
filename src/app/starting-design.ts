import type { Design } from './core.ts'

/** What an empty page starts from: a small Debian that one can log in to. */
export const startingDesign: Design = {
  name: 'my-vm',
  spec: {
    source: {
      kind: 'cloud_image',
      url: 'https://cloud.debian.org/images/cloud/trixie/latest/debian-13-generic-amd64.qcow2',
      base_user: 'debian',
      distro: 'debian',
    },
    disk_size: '20G',
    ram: '4G',
    cpu: 2,
    machine: 'q35',
    firmware: 'bios',
    network: { mode: 'user' },
    ssh: { port: 2222 },
  },
}
