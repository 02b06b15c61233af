import { describe, expect, it } from 'vitest'
import { readArgv } from './read.ts'

const qemu = 'qemu-system-x86_64 -nodefaults -display none -machine q35'

function found(text: string): string[] {
  return readArgv(text).findings.map(({ position, message }) => `${position?.line ?? '-'}: ${message}`)
}

describe('what no element of libvirt’s says', () => {
  it('is kept word for word, and listed where it stands', () => {
    const text = `${qemu} \\\n  -unknown 'a b' \\\n  -device mystery,x=1`
    expect(readArgv(text).commands[0]?.domain.qemu_arguments).toEqual(
      ['-unknown', 'a b', '-device', '{"driver":"mystery","x":1}'].map((value) => ({ value })),
    )
    expect(found(text)).toEqual([
      '2: kept as qemu:commandline: -unknown a b',
      '3: kept as qemu:commandline: -device mystery,x=1',
    ])
  })

  it('is an override where the device is known', () => {
    const [command] = readArgv(`${qemu} -device i6300esb,id=wd,odd=on,more=0x10,text=a`).commands
    expect(command?.domain.devices?.watchdog?.[0]?.alias).toEqual({ name: 'ua-wd' })
    expect(command?.domain.qemu_overrides).toEqual([
      {
        alias: 'ua-wd',
        properties: [
          { name: 'odd', type: 'bool', value: 'true' },
          { name: 'more', type: 'unsigned', value: '16' },
          { name: 'text', type: 'string', value: 'a' },
        ],
      },
    ])
  })

  it('keeps the whole device when it is in a back end', () => {
    const [command] = readArgv(
      `${qemu} -netdev user,id=n,odd=on -device virtio-net-pci,netdev=n,mac=52:54:00:00:00:01`,
    ).commands
    expect(command?.domain.devices?.interfaces).toBeUndefined()
    expect(command?.domain.qemu_arguments).toHaveLength(4)
  })

  it('keeps the keys alone of what QEMU merges', () => {
    expect(found('qemu-system-x86_64 -nodefaults -display none -machine q35,odd=on')).toEqual([
      '1: kept as qemu:commandline: -machine odd=on',
    ])
  })

  it('keeps the environment, but for what libvirt sets itself', () => {
    const [command] = readArgv(`PATH=/bin LIBGL_DEBUG=1 ${qemu}`).commands
    expect(command?.domain.qemu_environment).toEqual([{ name: 'LIBGL_DEBUG', value: '1' }])
  })
})

describe('several command lines', () => {
  it('are several domains, told apart by a number', () => {
    const { commands } = readArgv(`${qemu} -name a\n${qemu} -name a\n${qemu}`, 'file')
    expect(commands.map(({ name, domain }) => [name, domain.name])).toEqual([
      ['a', 'a'],
      ['a-2', 'a-2'],
      ['file', 'file'],
    ])
  })
})

describe('a boot order from zero and an I/O thread of any name', () => {
  it('become libvirt’s', () => {
    const [command] = readArgv(
      `${qemu} -object iothread,id=io -blockdev driver=file,filename=/a.img,node-name=f -device virtio-blk-pci,drive=f,iothread=io,bootindex=0`,
    ).commands
    expect(command?.domain.devices?.disks?.[0]).toMatchObject({ boot: { order: 1 }, driver: { iothread: 1 } })
    expect(command?.domain.qemu_overrides).toBeUndefined()
  })
})

it('says when there is no QEMU', () => {
  expect(readArgv('ls -l').findings.map(({ code }) => code)).toEqual(['argv.no-qemu'])
})
