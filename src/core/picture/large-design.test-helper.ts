import type { Design } from '../spec/index.ts'

/** How many disks, interfaces, shares, host devices and channels. */
const counts = { 25: [11, 5, 4, 3, 2], 200: [90, 40, 30, 20, 20] } as const

/** A design with so many devices. */
export function largeDesign(devices: keyof typeof counts = 200): Design {
  const [disks, interfaces, shares, hostdevs, channels] = counts[devices]
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i))
  const hex = (value: number, digits: number) => `0x${value.toString(16).padStart(digits, '0')}`
  const letters = (index: number): string =>
    (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))
  return {
    name: 'large',
    spec: {
      source: { kind: 'cloud_image', url: 'https://images.example/debian.qcow2', base_user: 'debian' },
      disk_size: '100G',
      ram: '64G',
      cpu: 16,
      firmware: 'uefi-insecure',
      network: { mode: 'user', port_forwards: many(20, (i) => `${8000 + i}:${80 + i}`) },
      ssh: { port: 2222 },
      libvirt: {
        title: 'Large',
        devices: {
          disks: many(disks, (i) => ({
            type: 'file',
            device: 'disk',
            driver: { type: 'qcow2', cache: 'none', io: 'native', discard: 'unmap' },
            source: { file: `/srv/pool/disk${i}.qcow2` },
            target: { dev: `vd${letters(i + 1)}`, bus: 'virtio' },
            serial: `DISK${i}`,
          })),
          interfaces: many(interfaces, (i) => ({
            type: 'network',
            source: { network: 'default' },
            model: { type: 'virtio' },
            mac: { address: `52:54:00:00:00:${hex(i, 2).slice(2)}` },
          })),
          filesystems: many(shares, (i) => ({
            driver: { type: 'virtiofs' },
            source: { dir: `/srv/share${i}` },
            target: { dir: `share${i}` },
          })),
          hostdevs: many(hostdevs, (i) => ({
            type: 'pci',
            managed: 'yes',
            source: { domain: '0x0000', bus: hex(i + 1, 2), slot: '0x00', function: '0x0' },
          })),
          channels: many(channels, (i) => ({ type: 'unix', name: `org.example.channel.${i}` })),
        },
      },
    },
  }
}
