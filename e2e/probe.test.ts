import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHostFacts, readHostText } from '../src/core/host/index.ts'

const script = path.join(import.meta.dirname, '../public/vmwright-probe.sh')
/** True when a program is installed. */
function hasCommand(name: string): boolean {
  return spawnSync(name, [], { input: '', timeout: 10_000 }).error === undefined
}

const shells = [['dash'], ['bash'], ['bash', '--posix'], ['busybox', 'sh']] as const

/** Runs the probe and reads what it prints. */
function probe(shell: readonly string[], root?: string, bin?: string) {
  const [program = 'sh', ...args] = shell
  const PATH = bin === undefined ? process.env['PATH'] : `${bin}:${process.env['PATH']}`
  const env = { ...process.env, PATH, ...(root === undefined ? {} : { VMWRIGHT_ROOT: root }) }
  const started = performance.now()
  const { stdout, stderr, status } = spawnSync(program, [...args, script], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  })
  const text = new TextDecoder('utf-8', { fatal: true }).decode(stdout)
  return {
    ...readHostFacts(text),
    text,
    status,
    errors: stderr.toString(),
    milliseconds: performance.now() - started,
  }
}

describe.each(shells.map((shell) => ({ name: shell.join(' '), shell })))(
  'the probe under $name',
  ({ shell }) => {
    it.skipIf(!hasCommand(shell[0]))(
      'gives HostFacts of this machine, fast and without a word of complaint',
      () => {
        const { facts, findings, errors, status, text, milliseconds } = probe(shell)
        expect(findings).toEqual([])
        expect(errors).toBe('')
        expect(status).toBe(0)
        expect(facts?.kernel?.release).toMatch(/^\d+\.\d+/)
        expect(facts?.cpu?.threads?.length).toBeGreaterThan(0)
        expect(facts?.user?.name).not.toBe('')
        expect(facts?.unread).toBeDefined()
        expect(readHostText(text).sources.map(({ kind }) => kind)).toEqual(['facts'])
        // Two seconds on a quiet machine; here others work beside it.
        expect(milliseconds).toBeLessThan(10_000)
      },
    )

    it.skipIf(!hasCommand(shell[0]))('reads another root, whatever is in its names', async () => {
      const { facts, findings, errors } = probe(shell, root)
      expect(findings).toEqual([])
      expect(errors).toBe('')
      await expect(`${JSON.stringify(facts, undefined, 2)}\n`).toMatchFileSnapshot(
        'expected/probe/fake-root.json',
      )
    })

    it.skipIf(!hasCommand(shell[0]))('says what it could not read', () => {
      const empty = mkdtempSync(path.join(tmpdir(), 'vmwright-empty-'))
      const { facts, findings, errors } = probe(shell, empty)
      rmSync(empty, { recursive: true })
      expect(findings).toEqual([])
      expect(errors).toBe('')
      expect(facts?.unread).toEqual(
        expect.arrayContaining(['PCI devices: no /sys/bus/pci', 'USB devices: no /sys/bus/usb']),
      )
    })
  },
)

const awks = [['mawk'], ['gawk'], ['original-awk'], ['busybox', 'awk']] as const
describe.each(awks.map((awk) => ({ name: awk.join(' '), awk })))('the probe with $name', ({ awk }) => {
  it.skipIf(!hasCommand(awk[0]))('prints the same', async () => {
    const bin = mkdtempSync(path.join(tmpdir(), 'vmwright-awk-'))
    writeFileSync(path.join(bin, 'awk'), `#!/bin/sh\nexec ${awk.join(' ')} "$@"\n`, { mode: 0o755 })
    const { facts, errors } = probe(['sh'], root, bin)
    rmSync(bin, { recursive: true })
    expect(errors).toBe('')
    await expect(`${JSON.stringify(facts, undefined, 2)}\n`).toMatchFileSnapshot(
      'expected/probe/fake-root.json',
    )
  })
})

it.skipIf(!hasCommand('shellcheck'))('shellcheck finds nothing in the probe', () => {
  for (const dialect of ['sh', 'dash', 'bash']) {
    const { stdout, status } = spawnSync('shellcheck', ['-s', dialect, script])
    expect(stdout.toString()).toBe('')
    expect(status).toBe(0)
  }
})

let root = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'vmwright-root-'))
  fakeRoot(root)
})
afterAll(() => rmSync(root, { recursive: true }))

/** A desktop of two nodes: two cards, a bridge, an encrypted root, twins on USB, and names that want to break out. */
function fakeRoot(base: string): void {
  const file = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(base, name)), { recursive: true })
    writeFileSync(path.join(base, name), content)
  }
  const link = (name: string, target: string) => {
    const at = path.join(base, name)
    mkdirSync(path.dirname(at), { recursive: true })
    mkdirSync(path.join(base, target), { recursive: true })
    symlinkSync(path.relative(path.dirname(at), path.join(base, target)), at)
  }
  const linkToFile = (name: string, target: string) => {
    mkdirSync(path.dirname(path.join(base, name)), { recursive: true })
    symlinkSync(target, path.join(base, name))
  }
  file('etc/os-release', 'NAME="Arch Linux"\nID=arch\nVERSION_ID="2026.1"\n')
  file('proc/sys/kernel/osrelease', '6.12.1-arch1-1\n')
  file('proc/cmdline', 'root=/dev/mapper/root quiet intel_iommu=on "a\\b"\n')
  file(
    'proc/cpuinfo',
    'processor\t: 0\nvendor_id\t: GenuineIntel\nmodel name\t: Test "CPU" \\ 9000\nflags\t\t: fpu vmx\n\n',
  )
  file('sys/module/kvm_intel/parameters/nested', 'Y\n')
  file('sys/module/apparmor/parameters/enabled', 'Y\n')
  file('sys/devices/cpu_core/cpus', '0-1\n')
  file('sys/devices/cpu_atom/cpus', '2\n')
  for (const [cpu, core, node] of [
    [0, 0, 0],
    [1, 0, 0],
    [2, 8, 1],
  ] as const) {
    const dir = `sys/devices/system/cpu/cpu${cpu}`
    file(`${dir}/topology/physical_package_id`, '0\n')
    file(`${dir}/topology/die_id`, '0\n')
    file(`${dir}/topology/core_id`, `${core}\n`)
    file(`${dir}/cache/index3/level`, '3\n')
    file(`${dir}/cache/index3/size`, '32768K\n')
    file(`${dir}/cache/index3/shared_cpu_list`, node === 0 ? '0-1\n' : '2\n')
    file(`${dir}/cpufreq/cpuinfo_max_freq`, '4900000\n')
    link(`${dir}/node${node}`, `sys/devices/system/node/node${node}`)
  }
  file('sys/devices/system/cpu/cpu3/online', '0\n')
  for (const node of [0, 1]) {
    const dir = `sys/devices/system/node/node${node}`
    file(`${dir}/cpulist`, node === 0 ? '0-1\n' : '2\n')
    file(`${dir}/meminfo`, `Node ${node} MemTotal:       16384 kB\nNode ${node} MemFree:        8192 kB\n`)
    file(`${dir}/distance`, node === 0 ? '10 21\n' : '21 10\n')
    file(`${dir}/hugepages/hugepages-2048kB/nr_hugepages`, '4\n')
    file(`${dir}/hugepages/hugepages-2048kB/free_hugepages`, '3\n')
  }
  const pci = (address: string, facts: Record<string, string>, group: number, driver?: string) => {
    const dir = `sys/devices/pci0000:00/${address}`
    for (const [name, value] of Object.entries(facts)) file(`${dir}/${name}`, `${value}\n`)
    link(`sys/bus/pci/devices/${address}`, dir)
    link(`${dir}/iommu_group`, `sys/kernel/iommu_groups/${group}`)
    if (driver !== undefined) link(`${dir}/driver`, `sys/bus/pci/drivers/${driver}`)
    return dir
  }
  const gpu = pci(
    '0000:01:00.0',
    {
      class: '0x030000',
      vendor: '0x10de',
      device: '0x11c0',
      revision: '0xa1',
      numa_node: '1',
      boot_vga: '1',
      reset_method: 'flr bus',
      subsystem_vendor: '0x3842',
      subsystem_device: '0x2662',
    },
    13,
    'nouveau',
  )
  file(`${gpu}/drm/card0/card0-HDMI-A-1/enabled`, 'enabled\n')
  file(`${gpu}/mdev_supported_types/nvidia-35/name`, 'GRID "X"\n')
  file(`${gpu}/mdev_supported_types/nvidia-35/available_instances`, '2\n')
  link('sys/class/drm/renderD128/device', gpu)
  const nvme = pci(
    '0000:02:00.0',
    { class: '0x010802', vendor: '0x144d', device: '0xa808', numa_node: '-1' },
    14,
    'nvme',
  )
  const nic = pci(
    '0000:03:00.0',
    { class: '0x020000', vendor: '0x8086', device: '0x10c9', sriov_totalvfs: '7', sriov_numvfs: '1' },
    15,
    'igb',
  )
  const vf = pci('0000:03:10.0', { class: '0x020000', vendor: '0x8086', device: '0x10ca' }, 16)
  link(`${nic}/virtfn0`, vf)
  link(`${vf}/physfn`, nic)
  // The root file system: LUKS (dm-0) on the second partition.
  const disk = `${nvme}/nvme/nvme0/nvme0n1`
  file(`${disk}/size`, '1000\n')
  file(`${disk}/device/model`, 'Fast   SSD   \n')
  file(`${disk}/nvme0n1p1/partition`, '1\n')
  file(`${disk}/nvme0n1p2/partition`, '2\n')
  link('sys/block/nvme0n1', disk)
  link('sys/class/block/nvme0n1', disk)
  link('sys/class/block/nvme0n1p1', `${disk}/nvme0n1p1`)
  link('sys/class/block/nvme0n1p2', `${disk}/nvme0n1p2`)
  link('sys/class/block/dm-0', 'sys/devices/virtual/block/dm-0')
  link('sys/devices/virtual/block/dm-0/slaves/nvme0n1p2', `${disk}/nvme0n1p2`)
  file('dev/dm-0', '')
  linkToFile('dev/mapper/root', '../dm-0')
  linkToFile('dev/disk/by-id/nvme-eui.0025385b', '../../nvme0n1')
  linkToFile('dev/disk/by-id/nvme-Fast_SSD_S1', '../../nvme0n1')
  linkToFile('dev/disk/by-id/nvme-Fast_SSD_S1-part1', '../../nvme0n1p1')
  file(
    'proc/mounts',
    'proc /proc proc rw 0 0\n/dev/mapper/root / ext4 rw 0 0\n/dev/nvme0n1p1 /mnt/a\\040b\\134c vfat rw 0 0\n' +
      'hugetlbfs /dev/hugepages hugetlbfs rw,relatime,pagesize=2M 0 0\n',
  )
  // The default route goes over a bridge whose port is the card.
  for (const name of ['br0', 'eth0', 'lo']) file(`sys/class/net/${name}/type`, '1\n')
  mkdirSync(path.join(base, 'sys/class/net/br0/bridge'))
  link('sys/class/net/br0/lower_eth0', 'sys/class/net/eth0')
  link('sys/class/net/eth0/device', nic)
  link('sys/class/net/eth0/brport/bridge', 'sys/class/net/br0')
  file(
    'proc/net/route',
    'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n' +
      'br0\t00000000\t0100A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n',
  )
  // Twins; one has a name in bytes that are no UTF-8, the other with everything that JSON escapes.
  const usb = (port: string, number: number, name: Uint8Array | string) => {
    const dir = `sys/bus/usb/devices/${port}`
    file(`${dir}/idVendor`, '046d\n')
    file(`${dir}/idProduct`, 'c52b\n')
    file(`${dir}/busnum`, '1\n')
    file(`${dir}/devnum`, `${number}\n`)
    file(`${dir}/bDeviceClass`, '00\n')
    file(`${dir}/product`, name)
  }
  usb('1-4', 4, 'Ünïcode € 😀 "quoted" \\ back\tslash \u0001 \u007f\n')
  usb(
    '1-5.2',
    5,
    Uint8Array.from([0x41, 0xff, 0xc3, 0x42, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xe2, 0x82, 0x0a]),
  )
  file('sys/bus/usb/devices/1-4/serial', 'SECRET\n')
  file('sys/bus/usb/devices/1-4:1.0/bInterfaceClass', '03\n')
  link('sys/bus/usb/devices/1-4/1-4:1.0/driver', 'sys/bus/usb/drivers/usbhid')
  const mdev = `${gpu}/3627463d-b7f0-4fea-b468-f1da537d301b`
  link(`${mdev}/mdev_type`, `${gpu}/mdev_supported_types/nvidia-35`)
  link('sys/bus/mdev/devices/3627463d-b7f0-4fea-b468-f1da537d301b', mdev)
  mkdirSync(path.join(base, 'sys/firmware/efi'), { recursive: true })
  file('etc/default/grub', 'GRUB_TIMEOUT=5\n')
  file(
    'usr/share/qemu/firmware/50-x.json',
    JSON.stringify(
      {
        mapping: {
          device: 'flash',
          executable: { filename: '/fw/CODE.fd', format: 'raw' },
          'nvram-template': { filename: '/fw/VARS.fd', format: 'raw' },
        },
        targets: [{ architecture: 'x86_64', machines: ['pc-q35-*'] }],
        features: ['acpi-s3', 'secure-boot', 'requires-smm'],
      },
      undefined,
      4,
    ),
  )
}
