/** Command lines with many kinds of devices start a real QEMU: no option is misspelled, every device finds its bus. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { argvOf, renderArgv, resolve, type VmSpec } from '../src/core/index.ts'
import { emptyQcow2 } from './qcow2.ts'
import { askQmp } from './qmp.ts'
import { needs } from './shared.ts'

const hasQemu = spawnSync('qemu-system-x86_64', ['--version']).status === 0
const firmware = '/usr/share/OVMF/OVMF_CODE_4M.secboot.fd'

/** QEMU leaves the region behind when it ends. */
const sharedMemory = `vmwright-test-${process.pid}`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(`/dev/shm/${sharedMemory}`, { force: true })
})

type Libvirt = NonNullable<VmSpec['libvirt']>

type Bus = 'virtio' | 'sata' | 'scsi' | 'usb' | 'ide' | 'fdc'
const disk = (raw: string, dev: string, bus: Bus) => ({ source: { file: raw }, target: { dev, bus } })

/** @param raw an image file, whose name has a comma
 * @param dir a directory */
const designs = (raw: string, dir: string): Readonly<Record<string, Libvirt>> => ({
  'disks on every bus': {
    iothreads: 1,
    devices: {
      controllers: [
        { type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 2, iothread: 1 } },
        { type: 'scsi', index: 1, model: 'lsilogic' },
      ],
      disks: [
        {
          ...disk(raw, 'vdb', 'virtio'),
          driver: {
            type: 'raw',
            cache: 'none',
            io: 'threads',
            discard: 'unmap',
            detect_zeroes: 'unmap',
            error_policy: 'enospace',
            iothread: 1,
            queues: 2,
            queue_size: 128,
            ioeventfd: true,
            event_idx: true,
          },
          serial: 'A,1',
          shareable: true,
          alias: { name: 'ua-second' },
          iotune: { total_bytes_sec: 1000000, total_bytes_sec_max: 2000000, group_name: 'slow' },
        },
        {
          ...disk(raw, 'vdc', 'virtio'),
          driver: { type: 'raw', copy_on_read: true },
          iotune: { read_iops_sec: 100 },
        },
        {
          ...disk(raw, 'sda', 'sata'),
          wwn: '5000c50015ea71aa',
          target: { dev: 'sda', bus: 'sata', rotation_rate: 1 },
        },
        { device: 'cdrom', target: { dev: 'sdb', bus: 'sata' }, boot: { order: 2 } },
        { ...disk(raw, 'sdc', 'scsi'), vendor: 'ACME', product: 'Disk', wwn: '5000c50015ea71ab' },
        { ...disk(raw, 'sdd', 'scsi'), address: { type: 'drive', controller: '1', target: '0', unit: '2' } },
        { ...disk(raw, 'sde', 'scsi'), device: 'cdrom' },
        { ...disk(raw, 'sdf', 'usb'), target: { dev: 'sdf', bus: 'usb', removable: true } },
        { ...disk(raw, 'sdg', 'usb'), device: 'cdrom' },
        { ...disk(raw, 'fda', 'fdc'), device: 'floppy', boot: { order: 3 } },
        { type: 'dir', source: { dir: dir }, target: { dev: 'vdd', bus: 'virtio' } },
      ],
    },
  },
  'a PC with IDE': {
    os: {
      machine: 'pc',
      bootmenu: { enable: true, timeout: 1000 },
      bios: { useserial: true, reboot_timeout: 500 },
    },
    features: { ps2: true, vmport: false },
    pm: { suspend_to_mem: false, suspend_to_disk: false },
    devices: {
      disks: [
        disk(raw, 'hda', 'ide'),
        { ...disk(raw, 'hdc', 'ide'), device: 'cdrom' },
        disk(raw, 'sda', 'sata'),
        disk(raw, 'fda', 'fdc'),
      ],
      video: [{ model: 'cirrus', vram: 16384 }],
      graphics: [{ type: 'vnc', listen: [{ type: 'socket' }], share_policy: 'ignore', power_control: true }],
      sound: [{ model: 'ac97' }, { model: 'es1370' }, { model: 'sb16' }, { model: 'pcspk' }],
      audio: [{ id: 1, type: 'none' }],
      watchdog: [{ model: 'ib700', action: 'inject-nmi' }],
      interfaces: ['rtl8139', 'e1000', 'ne2k_pci', 'pcnet', 'vmxnet3'].map((type) => ({
        type: 'user' as const,
        model: { type },
      })),
    },
  },
  'a Windows desktop': {
    features: {
      smm: true,
      smm_tseg: '16M',
      hyperv: {
        relaxed: 'on',
        vapic: 'on',
        spinlocks: { state: 'on', retries: 8191 },
        vendor_id: { state: 'on', value: 'vmwright' },
      },
      kvm: { hidden: 'on' },
      vmcoreinfo: true,
    },
    cpu: {
      mode: 'maximum',
      topology: { sockets: 1, dies: 1, cores: 2, threads: 1 },
      cache: { mode: 'emulate', level: 3 },
      features: [{ policy: 'disable', name: 'avx2' }],
    },
    clock: {
      offset: 'localtime',
      timers: [
        { name: 'rtc', tickpolicy: 'catchup' },
        { name: 'pit', tickpolicy: 'delay' },
        { name: 'hpet', present: 'no' },
      ],
    },
    os: {
      loader: { readonly: true, secure: true, type: 'pflash', value: firmware },
      nvram: { value: raw },
      smbios: 'sysinfo',
    },
    sysinfo: {
      bios: { vendor: 'ACME, Inc.', release: '1.0' },
      system: { manufacturer: 'ACME', serial: 'S', family: 'F', sku: 'K' },
      baseboard: [{ manufacturer: 'M', location: 'L' }],
      chassis: { manufacturer: 'C', sku: 'K' },
      processor: [{ socket_destination: 'CPU', max_speed: '2000', part_number: 'P' }],
      oem_strings: ['one,two', 'three'],
    },
    on_reboot: 'destroy',
    on_crash: 'preserve',
    devices: {
      graphics: [
        {
          type: 'spice',
          listen: [{ type: 'socket' }],
          image: 'off',
          jpeg: 'never',
          zlib: 'never',
          playback: false,
          streaming: 'filter',
          mouse: 'client',
          clipboard: false,
          filetransfer: false,
        },
      ],
      video: [
        {
          model: 'qxl',
          ram: 65536,
          vram: 65536,
          vram64: 65536,
          vgamem: 16384,
          heads: 2,
          resolution: { x: 1280, y: 800 },
        },
        { model: 'virtio', heads: 1 },
        { model: 'bochs', vram: 16384 },
      ],
      sound: [
        { model: 'ich9', codecs: [{ type: 'micro' }, { type: 'output' }] },
        { model: 'usb', multichannel: true },
      ],
      inputs: [
        { type: 'tablet' },
        { type: 'keyboard', bus: 'usb' },
        { type: 'mouse', bus: 'usb' },
        { type: 'keyboard', bus: 'virtio' },
      ],
      hub: [{ type: 'usb' }],
      channels: [
        { type: 'spicevmc', name: 'com.redhat.spice.0' },
        { type: 'unix', name: 'org.qemu.guest_agent.0' },
        { type: 'spiceport', source: { channel: 'org.example.0' }, name: 'org.example.0' },
      ],
      redirdev: [{ bus: 'usb', type: 'spicevmc' }],
      redirfilter: { usbdevs: [{ class: '0x08', version: '2.56', allow: true }, { allow: false }] },
      smartcard: [{ mode: 'passthrough', type: 'spicevmc' }],
      panic: [{ model: 'isa' }],
    },
  },
  'small devices and consoles': {
    genid: '43dc0cf8-809b-4adb-9bea-a9abb5f3d90e',
    uuid: '9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e',
    max_memory: { slots: 2, value: '2G' },
    cpu: {
      mode: 'maximum',
      numa: [
        { id: 0, cpus: '0', memory: '128', unit: 'MiB', distances: [{ id: 1, value: 20 }] },
        { id: 1, cpus: '1', memory: '128', unit: 'MiB', memaccess: 'shared' },
      ],
    },
    devices: {
      controllers: [
        { type: 'usb', index: 0, model: 'ich9-ehci1' },
        { type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 },
        { type: 'usb', index: 1, model: 'qemu-xhci', ports: 8 },
        { type: 'virtio-serial', index: 0, ports: 16 },
      ],
      iommu: { model: 'intel', driver: { caching_mode: true, iotlb: true, aw_bits: 48 } },
      rng: [
        { backend: { model: 'random', value: '/dev/urandom' }, rate: { bytes: 1024, period: 500 } },
        { model: 'virtio-non-transitional', backend: { model: 'builtin' } },
      ],
      memballoon: { model: 'virtio', autodeflate: 'on', free_page_reporting: true, driver: { packed: true } },
      watchdog: [
        { model: 'itco', action: 'poweroff' },
        { model: 'i6300esb', action: 'poweroff' },
      ],
      panic: [{ model: 'pvpanic' }],
      crypto: [{ model: 'virtio', type: 'qemu', backend: { model: 'builtin', queues: 1 } }],
      filesystems: [
        {
          driver: { type: 'path' },
          accessmode: 'mapped',
          multidevs: 'remap',
          source: { dir: dir },
          target: { dir: 'share' },
          readonly: true,
        },
      ],
      serial: [
        { type: 'pty', log: { file: `${dir}/log`, append: true } },
        { type: 'null', target: { type: 'pci-serial' } },
        { type: 'vc', target: { type: 'usb-serial' } },
        {
          type: 'file',
          source: { path: `${dir}/log2` },
          target: { type: 'isa-debug', model: 'isa-debugcon' },
        },
      ],
      console: [{ type: 'pty' }, { type: 'pty', target: { type: 'virtio' } }],
      parallel: [{ type: 'null' }],
      channels: [{ type: 'qemu-vdagent', source: { clipboard: true, mouse: 'client' }, name: 'agent' }],
      interfaces: [
        {
          type: 'user',
          mac: { address: '52:54:00:11:22:33' },
          driver: {
            txmode: 'iothread',
            ioeventfd: true,
            rx_queue_size: 512,
            rss: true,
            rss_hash_report: true,
          },
          mtu: { size: 1400 },
          boot: { order: 5 },
        },
        { type: 'user', model: { type: 'e1000e' } },
        { type: 'null', model: { type: 'virtio-transitional' } },
      ],
    },
  },
  'shared memory and bochs': {
    memory_backing: {
      source: { type: 'memfd' },
      access: { mode: 'shared' },
      nosharepages: true,
      allocation: { mode: 'immediate', threads: 2 },
    },
    memory: { dump_core: false },
    features: { acpi: true, pmu: false },
    devices: {
      shmem: [{ name: sharedMemory, model: { type: 'ivshmem-plain' }, size: '4M', role: 'peer' }],
      graphics: [{ type: 'vnc', listen: [{ type: 'none' }] }],
      video: [{ model: 'ramfb' }],
    },
  },
})

/** Without KVM. */
function forThisMachine(words: readonly string[]): string[] {
  return words.map((word, index) => {
    if (words[index - 1] === '-cpu') return word.replace(/^host/, 'max')
    return words[index - 1] === '-accel' ? 'tcg' : word
  })
}

test.for(Object.keys(designs('', '')))('QEMU starts with %s', { timeout: 60_000 }, async (name, context) => {
  needs(context, hasQemu, 'qemu-system-x86_64 is not installed')
  needs(context, existsSync(firmware), 'the package ovmf is not installed')
  const vm = `vm${Object.keys(designs('', '')).indexOf(name)}`
  const stateDir = path.join(folder, vm)
  const raw = path.join(stateDir, 'raw,1.img')
  const dir = path.join(stateDir, 'shared')
  mkdirSync(dir, { recursive: true })
  writeFileSync(raw, new Uint8Array(1440 * 1024))
  writeFileSync(path.join(stateDir, 'disk.qcow2'), emptyQcow2())

  const source = { kind: 'imported', libvirt_name: vm, disk_path: `${stateDir}/disk.qcow2` } as const
  const libvirt = designs(raw, dir)[name]
  const spec: VmSpec = { source, ram: '256M', cpu: 2, ...(libvirt ? { libvirt } : {}) }
  const host = { arch: 'x86_64', paths: { state_dir: `${folder}/{name}` } }
  const command = renderArgv(resolve({ name: vm, spec }, host, 'qemu'))
  expect(command.findings.filter((finding) => finding.severity === 'error')).toEqual([])

  const [program = '', ...words] = argvOf(command)
  // Several disks of a design are the same file.
  const args = forThisMachine(words).map((word) =>
    word.replace(/((?:file\.)*)filename=[^,]*raw,,1\.img/, '$&,$1locking=off'),
  )
  const qemu = spawn(program, [...args, '-S'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  qemu.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = once(qemu, 'exit')
  try {
    const socket = path.join(stateDir, 'qmp.sock')
    // What QEMU printed says more than a socket that it left behind.
    const answers = await askQmp(socket, ['query-status', 'quit'], () => qemu.exitCode !== null)
    expect(said.split('\n').filter((line) => !line.includes('warning: '))).toEqual([''])
    expect(answers[0]).toContain('"status": "prelaunch"')
    expect((await ended)[0]).toBe(0)
  } finally {
    qemu.kill()
  }
})
