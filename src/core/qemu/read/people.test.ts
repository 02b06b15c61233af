/** What people's lines leave to QEMU, and what they call things. */
import { describe, expect, it } from 'vitest'
import { readArgv } from '../read.ts'

function domainOf(line: string) {
  return readArgv(line).commands[0]?.domain
}

function keptOf(line: string): string {
  return (domainOf(line)?.qemu_arguments ?? []).map(({ value }) => value).join(' ')
}

function addressesOf(line: string) {
  return domainOf(line)?.devices?.disks?.map(({ address }) => address)
}

describe('buses', () => {
  it('of controllers without an id are called by their kind', () => {
    const line = 'qemu-system-x86_64 -M q35 -device lsi -device virtio-scsi-pci'
    expect(
      addressesOf(`${line} -drive if=none,id=d,file=/d -device scsi-hd,drive=d,bus=scsi.1,lun=2`),
    ).toEqual([{ type: 'drive', controller: '1', bus: '0', target: '0', unit: '2' }])
  })

  it('of the board are there with -usb, and come first', () => {
    const controllers = domainOf('qemu-system-x86_64 -M pc -usb -device usb-ehci,id=fast')?.devices
      ?.controllers
    expect(controllers?.map(({ index, model }) => `${index} ${model}`)).toEqual(['0 piix3-uhci', '1 ehci'])
    expect(domainOf('qemu-system-x86_64 -M pc -usbdevice tablet')?.devices?.controllers).toEqual([
      { type: 'usb', index: 0, model: 'piix3-uhci' },
    ])
  })

  it('have libvirt’s names in words that are kept', () => {
    const line = 'qemu-system-x86_64 -nodefaults -M q35 -display none -device qemu-xhci,id=fast'
    expect(keptOf(`${line} -device usb-wacom-tablet,bus=fast.0`)).toBe(
      '-device {"driver":"usb-wacom-tablet","bus":"usb.0"}',
    )
    expect(keptOf(`${line} -device odd-controller,id=o -device odd,bus=o.0`)).toContain('"odd","bus":"o.0"')
    expect(keptOf(`${line} -device isa-odd,bus=pcie.0`)).toBe('-device {"driver":"isa-odd","bus":"pcie.0"}')
    expect(keptOf(`${line} -device '{"driver":"usb-odd","bus":"fast.0"}'`)).toBe(
      '-device {"driver":"usb-odd","bus":"usb.0"}',
    )
  })

  it('have values of their kinds in JSON, since a text would be made before libvirt’s controllers', () => {
    const line = 'qemu-system-x86_64 -nodefaults -M q35 -display none -device'
    const kept = (device: string) => keptOf(`${line} ${device}`).replace('-device ', '')
    expect(kept('isa-odd,osk=0123,flag=on,other=off,size=16M,count=0x10,less=-3,id=7')).toBe(
      '{"driver":"isa-odd","osk":"0123","flag":true,"other":false,"size":16777216,"count":16,"less":-3,"id":"7"}',
    )
    expect(kept('virtio-odd,disable-legacy=on,disable-modern=off,wwn=0x5000c50015ea71ac')).toBe(
      '{"driver":"virtio-odd","disable-legacy":"on","disable-modern":false,"wwn":5764824127192592812}',
    )
    expect(kept('odd-root-port,port=0x10')).toBe('{"driver":"odd-root-port","port":16}')
    expect(kept('usb-odd,port=1')).toBe('{"driver":"usb-odd","port":"1"}')
  })

  it('of two kinds on one board stay two', () => {
    const line = 'qemu-system-riscv64 -M virt -nodefaults -display none -object rng-random,id=r'
    const devices = domainOf(
      `${line} -device virtio-rng-device,rng=r -drive if=none,id=d,file=/d -device virtio-blk-pci,drive=d`,
    )?.devices
    expect(devices?.rng?.[0]?.address).toEqual({ type: 'virtio-mmio' })
    expect(devices?.disks?.[0]?.address).toEqual({ type: 'pci' })
  })
})

describe('what QEMU does by itself', () => {
  it('is said: the board, and the order of a disk and a CD-ROM', () => {
    const os = domainOf('qemu-system-x86_64 -hda /a -cdrom /b')?.os
    expect(os).toMatchObject({ machine: 'pc', boot: [{ dev: 'hd' }, { dev: 'cdrom' }] })
    expect(domainOf('qemu-system-x86_64 -hda /a -cdrom /b -boot d')?.os?.boot).toEqual([{ dev: 'cdrom' }])
    expect(domainOf('qemu-system-x86_64 -hda /a')?.os?.boot).toBeUndefined()
  })

  it('is KVM for programs that are called so', () => {
    expect(domainOf('/usr/libexec/qemu-kvm -m 1G')?.type).toBe('kvm')
    expect(domainOf('kvm -m 1G -accel tcg')?.type).toBe('qemu')
    expect(domainOf('qemu-system-x86_64 -m 1G')?.type).toBe('qemu')
  })
})

it('a -nic that is kept is two options, so that it takes no slot of ours', () => {
  expect(keptOf('qemu-system-x86_64 -nodefaults -M q35 -display none -nic user,model=e1000e,smb=/s')).toBe(
    '-netdev user,id=nic0,smb=/s -device {"driver":"e1000e","netdev":"nic0"}',
  )
})

it('paths from the current directory are a finding', () => {
  const { findings } = readArgv(
    'qemu-system-x86_64 -nodefaults -display none -hda disk.img -cdrom /whole.iso',
  )
  expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'argv.relative-path: libvirt takes whole paths only: put the directory where the line was run before disk.img.',
  ])
})
