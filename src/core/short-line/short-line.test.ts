import { describe, expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { argvOf, renderArgv } from '../qemu/index.ts'
import { resolve } from '../resolve/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { renderShortLine } from './index.ts'
import { steps } from './short-line.ts'

type Libvirt = NonNullable<VmSpec['libvirt']>

const host: HostFacts = {
  arch: 'x86_64',
  qemu: '10.0.0',
  connection: 'system',
  paths: { state_dir: '/vms/{name}', disk: '{state_dir}/disk.qcow2' },
}

/** The short line of a small VM with these words of the domain. */
function short(libvirt: Libvirt = {}, spec: VmSpec = {}) {
  const design = {
    name: 'vm',
    spec: {
      source: { kind: 'imported', disk_path: '/vms/vm/disk.qcow2' },
      ram: '2G',
      ...spec,
      libvirt,
    } satisfies VmSpec,
  }
  const resolved = resolve(design, host, 'qemu')
  const command = renderShortLine(resolved)
  return { command, long: renderArgv(resolved), line: argvOf(command).join(' ') }
}

test('every step says where it is known from', () => {
  expect(steps.filter(({ what, source }) => what === '' || source.length < 20)).toEqual([])
  expect(new Set(steps.map(({ what }) => what)).size).toBe(steps.length)
})

describe('memory and processors', () => {
  test.each([
    ['2G', '-m 2G'],
    ['1536M', '-m 1536M'],
  ])('%s is %s', (ram, said) => {
    const { line } = short({}, { ram })
    expect(line).toContain(`${said} `)
    expect(line).not.toContain('memory-backend')
  })

  test.each([
    [{ cpu: 4 }, '-smp 4,sockets=4 '],
    [{ cpu: 4, libvirt: { cpu: { topology: { sockets: 1, cores: 4, threads: 1 } } } }, '-smp 4 '],
    [
      { cpu: 8, libvirt: { cpu: { topology: { sockets: 2, cores: 2, threads: 2 } } } },
      '-smp 8,sockets=2,threads=2 ',
    ],
  ] as const)('%j', ({ cpu, ...rest }, said) => {
    expect(short('libvirt' in rest ? rest.libvirt : {}, { cpu }).line).toContain(said)
  })

  test('memory that others share stays an object', () => {
    const backing = { source: { type: 'memfd' }, access: { mode: 'shared' } } as const
    const { line } = short({ memory_backing: backing })
    expect(line).toContain('-machine q35,memory-backend=pc.ram')
    expect(line).toContain('-object memory-backend-memfd,id=pc.ram,share=on,size=2G')
  })
})

describe('networks', () => {
  test('slirp in place of passt, which takes no helper', () => {
    const forward = { proto: 'tcp', ranges: [{ start: 8080, to: 80 }] } as const
    const card = { type: 'user', model: { type: 'virtio' }, backend: { type: 'passt' } } as const
    const { command, long } = short({ devices: { interfaces: [{ ...card, port_forwards: [forward] }] } })
    expect(long.helpers.map(({ name }) => name)).toEqual(['passt'])
    expect(command.helpers).toEqual([])
    expect(argvOf(command).join(' ')).toContain(
      '-nic user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:8080-:80 ',
    )
  })

  test('what slirp can not do stays with passt', () => {
    const backend = { type: 'passt', log_file: '/var/log/passt.log' } as const
    const { command } = short({ devices: { interfaces: [{ type: 'user', backend }] } })
    expect(command.helpers.map(({ name }) => name)).toEqual(['passt'])
  })

  test('a virtio card on a tap keeps its MSI-X, which vhost needs', () => {
    const bridged = { type: 'bridge', source: { bridge: 'br0' } } as const
    const virtio = short({ devices: { interfaces: [{ ...bridged, model: { type: 'virtio' } }] } }).line
    expect(virtio).toContain('-device virtio-net-pci,netdev=hostnet0')
    const other = short({ devices: { interfaces: [{ ...bridged, model: { type: 'e1000e' } }] } }).line
    expect(other).toContain('-nic bridge,model=e1000e,br=br0')
  })
})

describe('disks', () => {
  const file = (dev: string, bus: 'virtio' | 'sata' | 'scsi', more: object = {}) => ({
    source: { file: `/vms/${dev}.raw` },
    driver: { type: 'raw' as const },
    target: { dev, bus },
    ...more,
  })

  test('a word for a disk with the keys of its nodes', () => {
    const driver = {
      type: 'raw',
      cache: 'none',
      io: 'native',
      discard: 'unmap',
      detect_zeroes: 'unmap',
    } as const
    const { line } = short({ devices: { disks: [file('vdb', 'virtio', { driver })] } })
    expect(line).toContain(
      '-drive if=virtio,file=/vms/vdb.raw,format=raw,cache=none,aio=native,discard=unmap,detect-zeroes=unmap',
    )
  })

  test('a device of its own where it has more to say', () => {
    const { line } = short({ devices: { disks: [file('vdb', 'virtio', { serial: 'A' })] } })
    expect(line).toMatch(
      /-drive if=none,id=(disk\d),file=\/vms\/vdb.raw,format=raw -device virtio-blk-pci,drive=\1,serial=A/,
    )
  })

  test('disks of the mainboard beside one that says its port', () => {
    const disks = [file('sda', 'sata'), file('sdb', 'sata', { serial: 'B' })]
    const { line } = short({ devices: { disks } })
    expect(line).toContain('-drive if=ide,index=0,file=/vms/sda.raw,format=raw')
    expect(line).toMatch(/-device ide-hd,drive=disk\d,serial=B,bus=ide.1/)
  })

  test('limits stay as libvirt says them', () => {
    const { line } = short({
      devices: { disks: [file('vdb', 'virtio', { iotune: { read_iops_sec: 100 } })] },
    })
    expect(line).toContain('-object throttle-group')
    expect(line).toContain('-blockdev driver=file,filename=/vms/vdb.raw')
  })

  test('a name with a comma is written for QEMU', () => {
    const disk = { ...file('vdb', 'virtio'), source: { file: '/vms/a,b.raw' } }
    expect(short({ devices: { disks: [disk] } }).line).toContain('file=/vms/a,,b.raw,format=raw')
  })
})

describe('boot order', () => {
  const disc = (order: number) =>
    ({
      device: 'cdrom',
      source: { file: '/iso/a.iso' },
      target: { dev: 'sda', bus: 'sata' },
      boot: { order },
    }) as const
  const disk = (order: number) =>
    ({ source: { file: '/vms/a.raw' }, target: { dev: 'vda', bus: 'virtio' }, boot: { order } }) as const
  const alone = (disks: NonNullable<Libvirt['devices']>['disks'], firmware: VmSpec['firmware']) =>
    short(
      { devices: { disks } },
      { source: { kind: 'imported', disk_path: '' }, ...(firmware === undefined ? {} : { firmware }) },
    ).line

  test('SeaBIOS takes the disc first when it is told so', () => {
    expect(alone([disk(2), disc(1)], 'bios')).toContain('-boot dc')
    expect(alone([disk(1), disc(2)], 'bios')).not.toContain('-boot')
  })

  test('UEFI would take the disc first, so that the places stay', () => {
    const line = alone([disk(1), disc(2)], 'uefi-insecure')
    expect(line).toContain('bootindex=1')
    expect(line).toContain('bootindex=2')
  })
})

describe('places', () => {
  test('a device of the host keeps its port, the others take what is free', () => {
    const source = { bus: '0x01', slot: '0x00', function: '0x0' } as const
    const { line } = short({ devices: { hostdevs: [{ type: 'pci', source }] } })
    const [, port = ''] = /-device vfio-pci,host=0000:01:00.0,bus=(pci\.\d+)/.exec(line) ?? []
    expect(line).toContain(`id=${port} `)
    expect(line.match(/pcie-root-port/g)).toHaveLength(1)
  })

  test('functions of one slot stay together', () => {
    const at = (slot: string, number: string, multifunction?: true) =>
      ({
        type: 'pci',
        domain: '0',
        bus: '0',
        slot,
        function: number,
        ...(multifunction ? { multifunction } : {}),
      }) as const
    const rng = [{ address: at('0x5', '0x0', true) }, { address: at('0x5', '0x1') }]
    const { line } = short({
      devices: {
        rng: rng.map((one) => ({ model: 'virtio' as const, backend: { model: 'builtin' as const }, ...one })),
      },
    })
    expect(line).toContain('multifunction=on,addr=0x5')
    expect(line).toContain('addr=0x5.0x1')
  })

  test('several USB controllers tell their devices apart', () => {
    const controllers = [0, 1].map((index) => ({ type: 'usb' as const, index, model: 'qemu-xhci' as const }))
    const inputs = [{ type: 'tablet' as const, address: { type: 'usb' as const, bus: '1', port: '1' } }]
    expect(short({ devices: { controllers, inputs } }).line).toContain('usb-tablet,bus=usb1.0,port=1')
    expect(short({ devices: { inputs: [{ type: 'tablet' }] } }).line).toContain('-device usb-tablet')
  })
})

describe('what is not ours to change', () => {
  test('own words of the author stand as they were, and what they name keeps its id', () => {
    const { command } = short({
      qemu_arguments: ['-device', 'usb-kbd,id=mine,bus=usb.0', '-pidfile', '/run/mine.pid'].map((value) => ({
        value,
      })),
    })
    const words = argvOf(command)
    expect(words.slice(-4)).toEqual(['-device', 'usb-kbd,id=mine,bus=usb.0', '-pidfile', '/run/mine.pid'])
    expect(words).toContain('qemu-xhci,id=usb')
  })

  test('the findings are those of the long line', () => {
    const { command, long } = short({
      devices: {
        disks: [
          { type: 'volume', source: { volume: 'v', pool: 'p' }, target: { dev: 'vdb', bus: 'virtio' } },
        ],
      },
    })
    expect(long.findings.length).toBeGreaterThan(0)
    expect(command.findings).toEqual(long.findings)
  })
})
