import { describe, expect, it } from 'vitest'
import type { Interface } from '../../domain/index.ts'
import { networkFindings, networkLines } from './read-lines.test-helper.ts'

function card(one: Interface): string | undefined {
  return networkLines([{ type: 'user', ...one }])[1]
}

describe('network cards', () => {
  it('are the model that is said, rtl8139 as with libvirt when none is', () => {
    const of = (type?: string) => card(type === undefined ? {} : { model: { type } })
    expect(of('e1000e')).toBe('-device e1000e,netdev=hostnet0,id=net0')
    expect(of('ViRtIo')).toBe('-device virtio-net-pci,netdev=hostnet0,id=net0')
    expect(of('virtio-transitional')).toBe('-device virtio-net-pci-transitional,netdev=hostnet0,id=net0')
    expect(of('virtio-non-transitional')).toContain('virtio-net-pci-non-transitional,')
    expect(of('lan9118')).toBe('-net nic,netdev=hostnet0,model=lan9118,id=net0')
    expect(of('usb-net')).toContain('-device usb-net,')
    expect(of()).toContain('-device rtl8139,')
  })

  it('have the virtio settings that are said', () => {
    const driver = {
      txmode: 'iothread',
      ioeventfd: true,
      event_idx: false,
      rx_queue_size: 512,
      tx_queue_size: 1024,
      rss: true,
      rss_hash_report: false,
      packed: true,
      page_per_vq: true,
      host: { csum: false, tso4: true, mrg_rxbuf: false },
      guest: { csum: true, ufo: false },
    } as const
    const model = { type: 'virtio' }
    expect(card({ model, driver, mtu: { size: 9000 }, boot: { order: 2 }, acpi: { index: 3 } })).toBe(
      '-device virtio-net-pci,tx=bh,ioeventfd=on,event_idx=off,rss=on,hash=off,packed=on,page-per-vq=on,csum=off,host_tso4=on,mrg_rxbuf=off,guest_csum=on,guest_ufo=off,rx_queue_size=512,tx_queue_size=1024,host_mtu=9000,netdev=hostnet0,id=net0,bootindex=2,acpi-index=3',
    )
  })

  it('have a ROM of their own', () => {
    expect(card({ rom: { bar: true, file: '/a,b.rom' } })).toContain(',rombar=1,romfile=/a,,b.rom')
    expect(card({ rom: { enabled: false } })).toMatch(/,romfile=$/)
  })

  it('leave out what only virtio can', () => {
    const driver = { txmode: 'timer', queues: 2, iommu: true, guest: { csum: true } } as const
    const one = { type: 'user', model: { type: 'igb' }, mtu: { size: 9000 }, driver } as const
    expect(networkFindings([one])).toEqual([
      'qemu.unsupported 0.driver.txmode',
      'qemu.unsupported 0.driver.iommu',
      'qemu.unsupported 0.driver.guest.csum',
      'qemu.unsupported 0.mtu',
      'qemu.unsupported 0.driver.queues',
    ])
  })

  it('can’t start with the cable out', () => {
    expect(networkFindings([{ type: 'user', link: { state: 'down' } }])).toEqual(['qemu.unsupported 0.link'])
  })
})
