import { describe, expect, it } from 'vitest'
import { found, written } from '../test-support.ts'

const starting = (option: string, lines: readonly string[]) =>
  lines.filter((line) => line.startsWith(`${option} `))

describe('the mainboard', () => {
  it('names machine and accelerator', () => {
    expect(starting('-machine', written({}))).toEqual(['-machine q35,accel=kvm'])
    expect(starting('-machine', written({ type: 'qemu' }))).toEqual(['-machine q35,accel=tcg'])
  })

  it('gathers the features that are its properties', () => {
    const features = { acpi: false, smm: true, vmport: false, ps2: false, ioapic: 'qemu' } as const
    expect(starting('-machine', written({ features }))).toEqual([
      '-machine q35,accel=kvm,smm=on,vmport=off,acpi=off,i8042=off,kernel-irqchip=split',
    ])
  })

  it('leaves accel= out where the accelerator has options, which QEMU refuses side by side', () => {
    const lines = written({ features: { kvm: { dirty_ring: 'on', dirty_ring_size: 4096 } } })
    expect(lines).toContain('-machine q35')
    expect(lines).toContain('-accel kvm,dirty-ring-size=4096')
  })

  it('says power management as the south bridge does', () => {
    const pm = { suspend_to_mem: false, suspend_to_disk: true }
    expect(written({ pm })).toContain('-global ICH9-LPC.disable_s3=1')
    expect(written({ pm, os: { machine: 'pc' } })).toContain('-global PIIX4_PM.disable_s4=0')
    expect(found({ pm, os: { machine: 'virt', arch: 'aarch64' } })).toEqual(['qemu.unsupported pm'])
  })

  it('numbers I/O threads from 1, around those with numbers of their own', () => {
    expect(
      starting('-object', written({ iothreads: 3, iothreadids: [{ id: 2, poll: { max: 5 } }] })),
    ).toEqual([
      '-object iothread,id=iothread2,poll-max-ns=5',
      '-object iothread,id=iothread1',
      '-object iothread,id=iothread3',
    ])
  })
})

describe('the processor', () => {
  const cpu = (domain: Parameters<typeof written>[0]) => starting('-cpu', written(domain))[0]

  it('is the host’s, a named model, or all that can be emulated', () => {
    expect(cpu({})).toBe('-cpu host')
    expect(cpu({ cpu: { mode: 'custom', model: { value: 'EPYC', vendor_id: 'AuthenticAMD' } } })).toBe(
      '-cpu EPYC,vendor=AuthenticAMD',
    )
    expect(cpu({ cpu: { mode: 'maximum' } })).toBe('-cpu max')
    expect(cpu({ cpu: {} })).toBe('-cpu qemu64')
    expect(cpu({ type: 'qemu' })).toBe('-cpu max')
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
      '-cpu max,l3-cache=on',
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
      '-cpu host,kvm=off,hv-relaxed=on,hv-spinlocks=8191,hv-stimer=on,hv-stimer-direct=on,hv-vendor-id=vmwright',
    )
  })

  it('has no comma in it: QEMU would cut the text there', () => {
    const domain = { features: { hyperv: { vendor_id: { state: 'on', value: 'a,b' } } } } as const
    expect(cpu(domain)).toBe('-cpu host,hv-vendor-id=ab')
    expect(found(domain)).toEqual(['qemu.text features.hyperv.vendor_id.value'])
  })
})

describe('vCPUs', () => {
  it('are a socket each unless a topology says otherwise', () => {
    expect(written({ vcpu: { value: 4 } })).toContain('-smp 4,sockets=4,cores=1,threads=1')
    const topology = { sockets: 1, dies: 1, clusters: 1, cores: 6, threads: 2 }
    expect(written({ vcpu: { value: 12 }, cpu: { mode: 'maximum', topology } })).toContain(
      '-smp 12,sockets=1,dies=1,cores=6,threads=2',
    )
    expect(written({ vcpu: { value: 4, current: 2 } })).toContain(
      '-smp 2,maxcpus=4,sockets=4,cores=1,threads=1',
    )
  })

  it('are pinned by hand', () => {
    expect(found({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '2' }] } })).toEqual(['qemu.unsupported cputune'])
  })
})

describe('memory', () => {
  it('is said in MiB where that is exact', () => {
    expect(written({ memory: { value: '8192 MiB' } })).toContain('-m size=8192M')
    expect(written({ memory: { value: '219100' } })).toContain('-m size=219100K')
    expect(written({ max_memory: { slots: 4, value: '16G' } })).toContain(
      '-m size=2048M,slots=4,maxmem=16384M',
    )
  })

  it('needs no backend as long as it is plain', () => {
    expect(starting('-object', written({}))).toEqual([])
  })

  it('is shared, in huge pages, locked', () => {
    const shared = { source: { type: 'memfd' }, access: { mode: 'shared' } } as const
    expect(written({ memory_backing: shared })).toContain(
      '-object memory-backend-memfd,id=ram,size=2048M,share=on',
    )
    const lines = written({ memory_backing: { ...shared, hugepages: { size: '2M' }, locked: true } })
    expect(lines).toContain(
      '-object memory-backend-memfd,id=ram,size=2048M,hugetlb=on,hugetlbsize=2M,share=on,prealloc=on',
    )
    expect(lines).toContain('-overcommit mem-lock=on')
    expect(lines).toContain('-machine q35,accel=kvm,memory-backend=ram')
  })

  it('comes from host nodes', () => {
    const lines = written({ numatune: { memory: { mode: 'strict', nodeset: '0,2-3' } } })
    expect(lines).toContain(
      '-object memory-backend-ram,id=ram,size=2048M,host-nodes=0,host-nodes=2-3,policy=bind',
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
      '-object memory-backend-memfd,id=ram-node1,size=1024M,share=on',
    )
  })

  it('can’t be less at the start', () => {
    expect(found({ current_memory: '1 GiB' })).toEqual(['qemu.unsupported current_memory'])
  })
})
