import { describe, expect, it } from 'vitest'
import { found, written } from '../written-lines.test-helper.ts'

const starting = (option: string, lines: readonly string[]) =>
  lines.filter((line) => line.startsWith(`${option} `))

describe('the mainboard', () => {
  it('names machine and accelerator', () => {
    expect(starting('-machine', written({}))).toEqual([
      '-machine q35,usb=off,dump-guest-core=off,memory-backend=pc.ram,acpi=on',
    ])
    expect(starting('-accel', written({}))).toEqual(['-accel kvm'])
    expect(starting('-accel', written({ type: 'qemu' }))).toEqual(['-accel tcg'])
  })

  it('gathers the features that are its properties', () => {
    const features = { acpi: false, smm: true, vmport: false, ps2: false, ioapic: 'qemu' } as const
    expect(starting('-machine', written({ features }))).toEqual([
      '-machine q35,usb=off,dump-guest-core=off,memory-backend=pc.ram,smm=on,vmport=off,i8042=off,acpi=off,kernel_irqchip=split',
    ])
  })

  it('gives the accelerator its options', () => {
    const lines = written({ features: { kvm: { dirty_ring: 'on', dirty_ring_size: 4096 } } })
    expect(lines).toContain('-accel kvm,dirty-ring-size=4096')
  })

  it('says power management as the south bridge does', () => {
    const pm = { suspend_to_mem: false, suspend_to_disk: true }
    expect(written({ pm })).toContain('-global ICH9-LPC.disable_s3=1')
    expect(written({ pm, os: { machine: 'pc' } })).toContain('-global PIIX4_PM.disable_s4=0')
    expect(found({ pm, os: { machine: 'virt', arch: 'aarch64' } })).toEqual(['qemu.unsupported pm'])
  })

  it('numbers I/O threads from 1, around those with numbers of their own', () => {
    const lines = written({ iothreads: 3, iothreadids: [{ id: 2, poll: { max: 5 } }] })
    expect(lines.filter((line) => line.startsWith('-object iothread'))).toEqual([
      '-object iothread,id=iothread2,poll-max-ns=5',
      '-object iothread,id=iothread1',
      '-object iothread,id=iothread3',
    ])
  })
})

describe('the processor', () => {
  const cpu = (domain: Parameters<typeof written>[0]) => starting('-cpu', written(domain))[0]

  it('is the host’s, a named model, or all that can be emulated', () => {
    expect(cpu({})).toBe('-cpu host,migratable=on')
    expect(cpu({ cpu: { mode: 'custom', model: { value: 'EPYC', vendor_id: 'AuthenticAMD' } } })).toBe(
      '-cpu EPYC,vendor=AuthenticAMD',
    )
    expect(cpu({ cpu: { mode: 'maximum' } })).toBe('-cpu max')
    expect(cpu({ cpu: { mode: 'maximum', migratable: 'on' } })).toBe('-cpu max,migratable=on')
    expect(cpu({ cpu: {} })).toBe('-cpu qemu64')
    expect(cpu({ type: 'qemu' })).toBe('-cpu max,migratable=on')
  })

  it('says features, cache and address width', () => {
    const features = [
      { policy: 'require', name: 'vmx' },
      { policy: 'disable', name: 'hle' },
    ] as const
    const wide = { mode: 'passthrough', limit: 40 } as const
    expect(
      cpu({
        cpu: {
          mode: 'host-passthrough',
          migratable: 'off',
          features,
          cache: { mode: 'passthrough' },
          maxphysaddr: wide,
        },
      }),
    ).toBe(
      '-cpu host,migratable=off,vmx=on,hle=off,host-cache-info=on,l3-cache=off,host-phys-bits=on,host-phys-bits-limit=40',
    )
    expect(cpu({ cpu: { mode: 'maximum', cache: { mode: 'emulate', level: 3 } } })).toBe(
      '-cpu max,l3-cache=on,host-cache-info=off',
    )
  })

  it('hides KVM and says what Windows likes', () => {
    const hyperv = {
      relaxed: 'on',
      spinlocks: { state: 'on', retries: 8191 },
      synic: 'off',
      stimer: { state: 'on', direct: 'on' },
      vendor_id: { state: 'on', value: 'vmwright' },
    } as const
    expect(cpu({ features: { kvm: { hidden: 'on' }, hyperv } })).toBe(
      '-cpu host,migratable=on,hv-relaxed=on,hv-spinlocks=8191,hv-stimer=on,hv-stimer-direct=on,hv-vendor-id=vmwright,kvm=off',
    )
  })

  it('has no comma in it: QEMU would cut the text there', () => {
    const domain = { features: { hyperv: { vendor_id: { state: 'on', value: 'a,b' } } } } as const
    expect(cpu(domain)).toBe('-cpu host,migratable=on,hv-vendor-id=ab')
    expect(found(domain)).toEqual(['qemu.text features.hyperv.vendor_id.value'])
  })
})

describe('vCPUs', () => {
  it('are a socket each unless a topology says otherwise', () => {
    expect(written({ vcpu: { value: 4 } })).toContain('-smp 4,sockets=4,cores=1,threads=1')
    const topology = { sockets: 1, dies: 1, clusters: 1, cores: 6, threads: 2 }
    expect(written({ vcpu: { value: 12 }, cpu: { mode: 'maximum', topology } })).toContain(
      '-smp 12,sockets=1,dies=1,clusters=1,cores=6,threads=2',
    )
    expect(written({ vcpu: { value: 4, current: 2 } })).toContain(
      '-smp 2,maxcpus=4,sockets=4,cores=1,threads=1',
    )
  })

  it('are pinned by hand', () => {
    expect(found({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '2' }] } })).toEqual([
      'qemu.unsupported cputune.vcpupin',
    ])
  })
})

describe('memory', () => {
  it('is rounded up to whole MiB, as libvirt does', () => {
    expect(written({ memory: { value: '8192 MiB' } })).toContain('-m size=8388608k')
    expect(written({ memory: { value: '219100' } })).toContain('-m size=219136k')
    expect(written({ max_memory: { slots: 4, value: '16G' } })).toContain(
      '-m size=2097152k,slots=4,maxmem=16777216k',
    )
  })

  it('is an object that stands for that of the board', () => {
    expect(starting('-object', written({}))).toEqual(['-object memory-backend-ram,id=pc.ram,size=2048M'])
    expect(starting('-object', written({ os: { arch: 'riscv64', machine: 'virt' } }))).toEqual([
      '-object memory-backend-ram,id=riscv_virt_board.ram,size=2048M',
    ])
  })

  it('is shared, in huge pages, locked', () => {
    const shared = { source: { type: 'memfd' }, access: { mode: 'shared' } } as const
    expect(written({ memory_backing: shared })).toContain(
      '-object memory-backend-memfd,id=pc.ram,share=on,x-use-canonical-path-for-ramblock-id=off,size=2048M',
    )
    const lines = written({ memory_backing: { ...shared, hugepages: { size: '2M' }, locked: true } })
    expect(lines).toContain(
      '-object memory-backend-memfd,id=pc.ram,hugetlb=on,hugetlbsize=2M,share=on,x-use-canonical-path-for-ramblock-id=off,prealloc=on,size=2048M',
    )
    expect(lines).toContain('-overcommit mem-lock=on')
  })

  it('comes from host nodes', () => {
    const lines = written({ numatune: { memory: { mode: 'strict', nodeset: '0,2-3' } } })
    expect(lines).toContain(
      '-object memory-backend-ram,id=pc.ram,size=2048M,host-nodes=0,host-nodes=2-3,policy=bind',
    )
  })

  it('is laid out in NUMA cells, each with its backend', () => {
    const numa = [
      { id: 0, cpus: '0,2', memory: '1', unit: 'GiB', distances: [{ id: 1, value: 20 }] },
      { id: 1, cpus: '1,3', memory: '1048576', memaccess: 'shared' },
    ] as const
    expect(starting('-numa', written({ cpu: { mode: 'maximum', numa } }))).toEqual([
      '-numa node,nodeid=0,cpus=0,cpus=2,memdev=ram-node0',
      '-numa node,nodeid=1,cpus=1,cpus=3,memdev=ram-node1',
      '-numa dist,src=0,dst=1,val=20',
    ])
    expect(written({ cpu: { mode: 'maximum', numa } })).toContain(
      '-object memory-backend-memfd,id=ram-node1,share=on,size=1024M',
    )
  })

  it('can’t be less at the start', () => {
    expect(found({ current_memory: '1 GiB' })).toEqual(['qemu.unsupported current_memory'])
  })
})
