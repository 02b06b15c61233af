import { describe, expect, it } from 'vitest'
import { written } from '../written-lines.test-helper.ts'

describe('USB controllers', () => {
  const usb = (controllers: Parameters<typeof written>[0]['devices']) =>
    written({ devices: { ...controllers, memballoon: { model: 'none' } } })
      .filter((line) => line.includes('usb'))
      .map((line) => line.replace(/,bus=pci[^ ]*/, ''))

  it('are the ones that are said', () => {
    const controllers = [{ type: 'usb', model: 'qemu-xhci', ports: 15 }] as const
    expect(usb({ controllers, inputs: [{ type: 'tablet' }] })).toContain(
      '-device qemu-xhci,p2=15,p3=15,id=usb',
    )
  })

  it('for USB 1 find their EHCI controller, whatever the order', () => {
    const controllers = [
      { type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 },
      { type: 'usb', index: 0, model: 'ich9-ehci1' },
    ] as const
    expect(usb({ controllers }).filter((line) => line.startsWith('-device'))).toEqual([
      '-device ich9-usb-ehci1,id=usb',
      '-device ich9-usb-uhci1,masterbus=usb.0,firstport=0',
    ])
  })
})
