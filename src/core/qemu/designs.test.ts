/** Whole designs, from vm.yml to the words of the command line. */
import { describe, expect, it } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { resolve } from '../resolve/index.ts'
import { readSpecs } from '../spec/index.ts'
import { renderArgv } from './index.ts'
import { argvText } from './written-lines.test-helper.ts'

const host: HostFacts = {
  arch: 'x86_64',
  distro: 'fedora',
  cpu_vendor: 'AuthenticAMD',
  connection: 'session',
  user: {
    name: 'ada',
    uid: 1001,
    gid: 1002,
    subuid: { start: 200000, count: 65536 },
    subgid: { start: 300000, count: 65536 },
  },
  ssh_public_key: 'ssh-ed25519 AAAAexample ada@example',
  paths: { state_dir: '/var/vms/{name}' },
}

const designs: Readonly<Record<string, string>> = {
  'headless cloud image': `
headless:
  source: {kind: cloud_image, url: 'https://example.org/image.qcow2', base_user: debian}
  disk_size: 10G
  ram: 2G
  cpus: 2
  firmware: bios
  network: {mode: user, port_forwards: ["8080:80"]}
  ssh: {port: 2222}
  libvirt:
    devices:
      channels: [{type: unix, name: org.qemu.guest_agent.0}]
      rng: [{model: virtio, backend: /dev/urandom}]
      memballoon: {model: virtio}
`,
  'Windows 11 desktop': `
windows:
  source: {kind: imported, libvirt_name: windows, disk_path: '/var/vms/windows.qcow2'}
  ram: 8G
  cpus: 4
  firmware: uefi-secure
  network: {mode: user, model: e1000e}
  libvirt:
    features:
      smm: true
      hyperv: {relaxed: "on", vapic: "on", spinlocks: {state: "on", retries: 8191}, vpindex: "on", synic: "on", stimer: "on"}
    cpu: {topology: {sockets: 1, dies: 1, cores: 2, threads: 2}}
    clock:
      offset: localtime
      timers: [{name: rtc, tickpolicy: catchup}, {name: pit, tickpolicy: delay}, {name: hpet, present: "no"}, {name: hypervclock, present: "yes"}]
    devices:
      disks:
        - {device: cdrom, source: {file: '/iso/Win11, English.iso'}, target: {dev: sdb, bus: sata}, boot: 1}
      inputs: [{type: tablet, bus: usb}]
      tpm: [{model: tpm-crb, backend: {type: emulator, version: "2.0"}}]
      graphics: [{type: spice, listen: [{type: socket}], image: 'off'}]
      video: [{model: qxl, ram: 65536, vram: 65536, vgamem: 16384, heads: 1}]
      sound: [{model: ich9}]
      channels: [{type: spicevmc, name: com.redhat.spice.0}]
      redirdev: [{bus: usb, type: spicevmc}]
`,
  'workstation with a GPU': `
workstation:
  source: {kind: bootstrap, builder: pacstrap, distro: arch}
  ram: 32G
  cpus: 12
  firmware: uefi-insecure
  libvirt:
    features: {kvm: {hidden: "on"}}
    cpu: {mode: host-passthrough, topology: {sockets: 1, dies: 1, cores: 6, threads: 2}, cache: {mode: passthrough}}
    memory_backing: {hugepages: {size: 2M}, locked: true}
    iothreads: 1
    devices:
      hostdevs:
        - {type: pci, source: {domain: "0x0000", bus: "0x01", slot: "0x00", function: "0x0"}, rom: {bar: "off"}}
        - {type: usb, source: {vendor: "0x046d", product: "0xc52b"}}
      filesystems:
        - {driver: virtiofs, source: /home/ada, target: workspace, binary: {cache: always, thread_pool: "8"}}
        - {driver: 9p, accessmode: mapped, source: /srv/data, target: data}
      shmem: [{name: looking-glass, model: {type: ivshmem-plain}, size: 64M}]
      video: [{model: none}]
      memballoon: {model: none}
`,
  'aarch64 guest, emulated': `
arm:
  source: {kind: imported, libvirt_name: arm, disk_path: '/var/vms/arm.qcow2'}
  ram: 2G
  cpus: 2
  firmware: uefi-insecure
  libvirt:
    os: {arch: aarch64}
    devices:
      graphics: [{type: vnc, port: 5901}]
      video: [{model: virtio}]
      inputs: [{type: keyboard}, {type: tablet}]
`,
}

function resolved(text: string) {
  const { designs: read, findings } = readSpecs(`vms:${text.replaceAll('\n', '\n  ')}`)
  expect(findings).toEqual([])
  const [design] = read
  if (design === undefined) throw new Error('the text has no design')
  return resolve(design, host, 'qemu')
}

describe('the command line of a whole design', () => {
  it.each(Object.keys(designs))('%s', async (name) => {
    const file = `expected/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
    const design = resolved(designs[name] ?? '')
    await expect(argvText(design)).toMatchFileSnapshot(`${file}.txt`)
    const findings = renderArgv(design).findings.map(
      (one) => `${one.severity} ${one.code} ${one.path.join('.')}\n  ${one.message}\n`,
    )
    await expect(findings.join('')).toMatchFileSnapshot(`${file}.findings.txt`)
  })
})
