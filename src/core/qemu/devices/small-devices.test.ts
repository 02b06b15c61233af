import { describe, expect, it } from 'vitest'
import { found, written } from '../written-lines.test-helper.ts'
import { keptOf, lines, linesAgain, readLines } from './read-lines.test-helper.ts'

const small = {
  rng: [{ backend: { model: 'random', value: '/dev/urandom' }, rate: { bytes: 1024, period: 500 } }],
  watchdog: [{ model: 'i6300esb', action: 'poweroff' }],
  memballoon: { model: 'virtio', autodeflate: 'on', free_page_reporting: true },
  panic: [{ model: 'isa' }, { model: 'pvpanic' }],
  shmem: [{ name: 'looking-glass', model: { type: 'ivshmem-plain' }, size: '64M', role: 'peer' }],
  vsock: { cid: { address: 5 } },
  crypto: [{ model: 'virtio', backend: { model: 'builtin', queues: 1 } }],
  pstore: { backend: 'acpi-erst', path: '/var/erst', size: '64K' },
} as const

describe('small devices', () => {
  it('are written one by one, and read', () => {
    const expected = [
      '-device i6300esb,id=watchdog0',
      '-watchdog-action poweroff',
      '-device virtio-balloon-pci,id=balloon0,deflate-on-oom=on,free-page-reporting=on',
      '-object rng-random,id=objrng0,filename=/dev/urandom',
      '-device virtio-rng-pci,rng=objrng0,id=rng0,max-bytes=1024,period=500',
      '-object memory-backend-file,id=mempstore0,mem-path=/var/erst,share=on,size=64K',
      '-device acpi-erst,id=pstore0,memdev=mempstore0',
      '-device pvpanic',
      '-device pvpanic-pci',
      '-object memory-backend-file,id=shmmem-shmem0,mem-path=/dev/shm/looking-glass,size=64M,share=on',
      '-device ivshmem-plain,id=shmem0,memdev=shmmem-shmem0,master=off',
      '-device vhost-vsock-pci,id=vsock0,guest-cid=5',
      '-object cryptodev-backend-builtin,id=objcrypto0,queues=1',
      '-device virtio-crypto-pci,cryptodev=objcrypto0,id=crypto0',
    ]
    expect([...lines(small)].toSorted()).toEqual(expected.toSorted())
    expect([...linesAgain(small)].toSorted()).toEqual(expected.toSorted())
  })

  it('have their random numbers from a daemon', () => {
    const rng = [
      {
        backend: { model: 'egd', type: 'tcp', source: { mode: 'connect', host: '1.2.3.4', service: '1234' } },
      },
      { backend: { model: 'builtin' } },
    ] as const
    const expected = [
      '-chardev socket,id=charrng0,host=1.2.3.4,port=1234',
      '-object rng-egd,id=objrng0,chardev=charrng0',
      '-device virtio-rng-pci,rng=objrng0,id=rng0',
      '-object rng-builtin,id=objrng1',
      '-device virtio-rng-pci,rng=objrng1,id=rng1',
    ]
    expect(lines({ rng })).toEqual(expected)
    expect(linesAgain({ rng })).toEqual(expected)
  })

  it('are virtio for a machine without PCI as well', () => {
    const rng = [{ model: 'virtio', address: { type: 'virtio-mmio' } }] as const
    expect(lines({ rng })[1]).toBe('-device virtio-rng-device,rng=objrng0,id=rng0')
    expect(readLines(lines({ rng })).rng?.[0]?.address).toEqual({ type: 'virtio-mmio' })
  })

  it('leave the balloon out when it is none, and say so when a line has none', () => {
    expect(lines({ memballoon: { model: 'none' } })).toEqual([])
    expect(readLines([]).memballoon).toEqual({ model: 'none' })
    expect(readLines(['-balloon virtio']).memballoon).toEqual({ model: 'virtio' })
  })

  it('let q35’s own watchdog loose', () => {
    const watchdog = [{ model: 'itco', action: 'pause' }] as const
    expect(lines({ watchdog })).toContain('-watchdog-action pause')
    for (const options of [
      ['-global ICH9-LPC.noreboot=off', '-action watchdog=pause'],
      ['-global driver=ICH9-LPC,property=noreboot,value=off', '-watchdog-action pause'],
    ])
      expect(readLines(options).watchdog).toEqual(watchdog)
    expect(readLines(['-watchdog ib700']).watchdog).toEqual([{ model: 'ib700' }])
  })

  it('put ISA’s panic device where the design has it', () => {
    const panic = [{ model: 'isa', address: { type: 'isa', iobase: '0x505' } }] as const
    expect(lines({ panic })).toEqual(['-device pvpanic,ioport=0x505'])
    expect(readLines(lines({ panic })).panic).toEqual(panic)
  })

  it('share memory with interrupts by a server', () => {
    const shmem = [
      { name: 'a', model: { type: 'ivshmem-doorbell' }, server: {}, msi: { vectors: 32, ioeventfd: true } },
    ] as const
    const expected = [
      '-chardev socket,id=charshmem0,path=/var/lib/libvirt/shmem-a-sock',
      '-device ivshmem-doorbell,id=shmem0,chardev=charshmem0,vectors=32,ioeventfd=on',
    ]
    expect(lines({ shmem })).toEqual(expected)
    expect(readLines(expected).shmem).toEqual(shmem)
  })

  it('stay as they are where libvirt has no word', () => {
    const memory = '-object memory-backend-file,id=m,mem-path=/srv/m,size=1M,share=on'
    expect(keptOf([memory, '-device ivshmem-plain,memdev=m']).join(' ')).toBe(
      `${memory} -device {"driver":"ivshmem-plain","memdev":"m"}`,
    )
  })
})

describe('the IOMMU', () => {
  const intel = {
    model: 'intel',
    driver: { intremap: true, caching_mode: true, iotlb: true, aw_bits: 48 },
  } as const

  it('is there before the devices behind it', () => {
    const expected = '-device intel-iommu,id=iommu0,intremap=on,caching-mode=on,device-iotlb=on,aw-bits=48'
    expect(lines({ iommu: intel, rng: [{}] })[0]).toBe(expected)
    expect(readLines([expected]).iommu).toEqual(intel)
  })

  it('says which settings its model has not', () => {
    expect(found({ devices: { iommu: { model: 'virtio', driver: { eim: true } } } })).toContain(
      'qemu.unsupported devices.iommu.driver.eim',
    )
  })

  it('says which settings the version has not', () => {
    const iommu = { model: 'amd', driver: { xtsup: true } } as const
    expect(lines({ iommu })).toEqual(['-device amd-iommu,id=iommu0,xtsup=on'])
    expect(lines({ iommu }, {}, { qemu: '7.2' })).toEqual(['-device amd-iommu,id=iommu0'])
    expect(found({ devices: { iommu } }, { qemu: '7.2' })).toContain(
      'qemu.unsupported devices.iommu.driver.xtsup',
    )
  })

  it('has a PCI half where it is AMD’s, which takes the first slot', () => {
    const ports = written({ devices: { iommu: { model: 'amd' } } }).filter((line) =>
      line.includes('bus=pcie.0'),
    )
    expect(ports.length).toBeGreaterThan(0)
    expect(ports.filter((line) => /,addr=0x1(?:\.|$)/.test(line))).toEqual([])
  })

  it('is the machine’s on ARM, or one for each bus', () => {
    const arm = { os: { arch: 'aarch64', machine: 'virt' } } as const
    expect(lines({ iommu: { model: 'smmuv3' } }, arm)[0]).toMatch(/^-machine .*iommu=smmuv3/)
    const iommu = { model: 'smmuv3', driver: { pci_bus: 0 } } as const
    expect(lines({ iommu, more_iommus: [{ model: 'smmuv3', driver: { pci_bus: 1 } }] }, arm)).toContain(
      '-device arm-smmuv3,primary-bus=pcie.0,id=iommu0',
    )
    expect(found({ devices: { iommu: intel, more_iommus: [intel] } })).toContain(
      'qemu.unsupported devices.more_iommus.0',
    )
  })
})
