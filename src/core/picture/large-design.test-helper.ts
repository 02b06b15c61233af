import type { Design } from '../spec/index.ts'

/** 200 devices: 90 disks, 40 interfaces, 30 shares, 20 host devices, 20 channels. */
export function largeDesign(): Design {
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
          disks: many(90, (i) => ({
            type: 'file',
            device: 'disk',
            driver: { type: 'qcow2', cache: 'none', io: 'native', discard: 'unmap' },
            source: { file: `/srv/pool/disk${i}.qcow2` },
            target: { dev: `vd${letters(i + 1)}`, bus: 'virtio' },
            serial: `DISK${i}`,
          })),
          interfaces: many(40, (i) => ({
            type: 'network',
            source: { network: 'default' },
            model: { type: 'virtio' },
            mac: { address: `52:54:00:00:00:${hex(i, 2).slice(2)}` },
          })),
          filesystems: many(30, (i) => ({
            driver: { type: 'virtiofs' },
            source: { dir: `/srv/share${i}` },
            target: { dir: `share${i}` },
          })),
          hostdevs: many(20, (i) => ({
            type: 'pci',
            managed: 'yes',
            source: { domain: '0x0000', bus: hex(i + 1, 2), slot: '0x00', function: '0x0' },
          })),
          channels: many(20, (i) => ({ type: 'unix', name: `org.example.channel.${i}` })),
        },
      },
    },
  }
}
