/** Lines as `qm showcmd` prints them. */
import { describe, expect, it } from 'vitest'
import { readArgv } from '../read.ts'

const read = (words: string) => readArgv(`/usr/bin/kvm -id 100 -name vm -nodefaults ${words}`)
const domainOf = (words: string) => read(words).commands[0]?.domain ?? {}
const keptOf = (words: string) => (domainOf(words).qemu_arguments ?? []).map(({ value }) => value)
const config = '-readconfig /usr/share/qemu-server/pve-q35-4.0.cfg'

describe('the file that makes the controllers of q35', () => {
  it('is the controllers, with what the line puts on them', () => {
    const line = `-M q35+pve0 ${config} -device usb-tablet,id=tablet,bus=ehci.0,port=1 -device virtio-balloon-pci,id=b,bus=pci.0,addr=0x3`
    const { controllers = [], inputs, memballoon } = domainOf(line).devices ?? {}
    const models = controllers.map(({ type, model }) => `${type} ${model}`)
    expect(models.filter((one) => one === 'pci pcie-root-port')).toHaveLength(4)
    expect(models.filter((one) => one === 'pci pci-bridge')).toHaveLength(4)
    expect(models).toContain('pci dmi-to-pci-bridge')
    expect(models.filter((one) => one.startsWith('usb ich9-'))).toHaveLength(4)
    expect(inputs).toMatchObject([
      { type: 'tablet', bus: 'usb', address: { type: 'usb', bus: '0', port: '1' } },
    ])
    expect(memballoon?.address).toMatchObject({ type: 'pci', slot: '0x03' })
    expect(memballoon?.address?.bus).not.toBe('0x00')
    expect(keptOf(line)).toEqual([])
  })

  it('stands where the line names it', () => {
    const { commands } = read(`-M q35 ${config} -device VGA,bus=pcie.0,addr=0x1`)
    const [first] = commands[0]?.places ?? []
    expect(first?.position).toMatchObject({ line: 1, column: 50 })
  })

  it('of another name stays', () => {
    expect(keptOf('-M q35 -readconfig /etc/own.cfg')).toEqual(['-readconfig', '/etc/own.cfg'])
  })
})

it('leaves out what only Proxmox VE has, with a word each', () => {
  const line =
    '-M pc -chardev socket,id=qmp,path=/var/run/qemu-server/100.qmp,server=on,wait=off -mon chardev=qmp,mode=control -chardev socket,id=e,path=/var/run/qmeventd.sock,reconnect-ms=5000 -mon chardev=e,mode=control -pidfile /var/run/qemu-server/100.pid -iscsi initiator-name=iqn.a -boot menu=on,strict=on,reboot-timeout=1000,splash=/usr/share/qemu-server/bootsplash.jpg'
  expect(keptOf(line)).toEqual([])
  expect(read(line).findings.filter(({ code }) => code === 'argv.left-out')).toHaveLength(8)
})

it('keeps a monitor of the person’s own', () => {
  expect(
    keptOf('-M pc -chardev socket,id=m,path=/run/m.sock,server=on,wait=off -mon chardev=m,mode=control'),
  ).toHaveLength(4)
})

it('reads SPICE, and keeps what libvirt has no word for beside it', () => {
  const line = '-M pc -spice tls-port=61000,addr=127.0.0.1,tls-ciphers=HIGH,seamless-migration=on'
  expect(domainOf(line).devices?.graphics).toMatchObject([{ type: 'spice', tls_port: 61000 }])
  expect(keptOf(line)).toEqual(['-spice', 'tls-ciphers=HIGH'])
})

it('keeps a drive that libvirt’s MegaRAID has no place for, on our controller', () => {
  const line =
    '-M pc -device megasas,id=hw -drive if=none,id=a,file=/a -device scsi-hd,bus=hw.0,channel=0,scsi-id=0,lun=0,drive=a -drive if=none,id=b,file=/b -device scsi-hd,bus=hw.0,channel=0,scsi-id=0,lun=5,drive=b'
  expect(domainOf(line).devices?.disks).toHaveLength(1)
  expect(keptOf(line).at(-1)).toBe(
    '{"driver":"scsi-hd","bus":"scsi0.0","channel":0,"scsi-id":0,"lun":5,"drive":"b"}',
  )
})

it('keeps a drive on a controller that is kept, after it', () => {
  const line =
    '-M pc -device lsi53c810,id=hw -drive if=none,id=a,file=/a -device scsi-hd,bus=hw.0,scsi-id=2,drive=a'
  expect(domainOf(line).devices?.disks).toBeUndefined()
  expect(keptOf(line).filter((word) => word?.startsWith('{'))).toEqual([
    '{"driver":"lsi53c810","id":"hw"}',
    '{"driver":"scsi-hd","bus":"hw.0","scsi-id":2,"drive":"a"}',
  ])
})

it('is ARM where kvm starts a board of ARM', () => {
  expect(domainOf('-M virt+pve0').os).toMatchObject({ arch: 'aarch64', machine: 'virt' })
  expect(domainOf('-M pc').os).toMatchObject({ arch: 'x86_64' })
})

it('keeps a processor with a width of addresses that libvirt gives the host’s alone', () => {
  expect(domainOf('-M pc -cpu athlon,host-phys-bits=true').cpu?.maxphysaddr).toBeUndefined()
  expect(keptOf('-M pc -cpu athlon,host-phys-bits=true')).toEqual(['-cpu', 'athlon,host-phys-bits=true'])
  expect(domainOf('-M pc -cpu host,host-phys-bits=true').cpu?.maxphysaddr).toEqual({ mode: 'passthrough' })
})
