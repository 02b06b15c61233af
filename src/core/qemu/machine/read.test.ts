/** Command lines about the machine, read; and written again. */
import { describe, expect, it } from 'vitest'
import { readArgv } from '../read.ts'
import { written } from '../written-lines.test-helper.ts'

const domainOf = (words: string) => readArgv(`qemu-system-x86_64 ${words}`).commands[0]?.domain ?? {}

describe('reading the machine', () => {
  it('takes short and older spellings', () => {
    const domain = domainOf('-enable-kvm -M q35 -smp 4 -m 4G -no-hpet -no-acpi -localtime -boot dc')
    expect(domain).toMatchObject({
      type: 'kvm',
      os: { arch: 'x86_64', machine: 'q35', boot: [{ dev: 'cdrom' }, { dev: 'hd' }] },
      vcpu: { value: 4 },
      cpu: { topology: { sockets: 1, dies: 1, clusters: 1, cores: 4, threads: 1 } },
      memory: { value: '4 GiB' },
      clock: { offset: 'localtime', timers: [{ name: 'hpet', present: 'no' }] },
    })
    expect(domain.features?.acpi).toBeUndefined()
  })

  it('has QEMU’s own where nothing is said', () => {
    expect(domainOf('-M pc')).toMatchObject({
      type: 'qemu',
      features: { acpi: true },
      memory: { value: '128 MiB' },
      vcpu: { value: 1 },
    })
  })

  it('finds Hyper-V, KVM and features in -cpu', () => {
    const domain = domainOf(
      '-cpu host,kvm=off,hv_relaxed,hv_spinlocks=0x1fff,hv_vendor_id=me,hv_time,+topoext,-svm,lahf-lm=on,l3-cache=off,host-cache-info=on',
    )
    expect(domain.cpu).toEqual({
      mode: 'host-passthrough',
      cache: { mode: 'passthrough' },
      features: [
        { name: 'topoext', policy: 'require' },
        { name: 'svm', policy: 'disable' },
        { name: 'lahf_lm', policy: 'require' },
      ],
    })
    expect(domain.features).toMatchObject({
      kvm: { hidden: 'on' },
      hyperv: {
        relaxed: 'on',
        spinlocks: { state: 'on', retries: 8191 },
        vendor_id: { state: 'on', value: 'me' },
      },
    })
    expect(domain.clock?.timers).toEqual([{ name: 'hypervclock', present: 'yes' }])
  })

  it('keeps what a Domain has no word for', () => {
    const domain = domainOf('-cpu EPYC,level=0xd -M q35,suppress-vmdesc=on')
    const words = domain.qemu_arguments?.map(({ value }) => value)
    expect(words).toEqual(['-cpu', 'EPYC,level=0xd', '-M', 'suppress-vmdesc=on'])
  })

  it('says what of the process it leaves out', () => {
    const { findings } = readArgv('qemu-system-x86_64 -daemonize -pidfile /run/vm.pid')
    expect(findings.filter(({ code }) => code === 'argv.left-out')).toHaveLength(2)
  })

  it('reads firmware as drives, as -pflash and as properties of the machine', () => {
    const os = {
      loader: { readonly: true, type: 'pflash', value: '/CODE.fd' },
      nvram: { value: '/VARS.fd' },
    }
    expect(
      domainOf(
        '-drive if=pflash,format=raw,readonly=on,file=/CODE.fd -drive if=pflash,format=raw,file=/VARS.fd',
      ).os,
    ).toMatchObject(os)
    expect(
      domainOf(
        '-blockdev node-name=f0,driver=raw,read-only=on,file.driver=file,file.filename=/CODE.fd -blockdev node-name=f1,driver=file,filename=/VARS.fd -M q35,pflash0=f0,pflash1=f1',
      ).os,
    ).toMatchObject(os)
  })
})

describe('the same machine after being written and read', () => {
  const lines = [
    '-M q35,smm=on,vmport=off -accel kvm,dirty-ring-size=4096 -cpu EPYC,+vmx,kvmclock=off -smp 2,maxcpus=4,sockets=2,cores=2',
    '-m 2G,slots=2,maxmem=8G -object memory-backend-memfd,id=mem,size=2G,share=on -M memory-backend=mem -overcommit mem-lock=on',
    '-m 2G -smp 2 -object memory-backend-ram,id=a,size=1G,host-nodes=0,policy=bind -object memory-backend-ram,id=b,size=1G -numa node,nodeid=0,cpus=0,memdev=a -numa node,nodeid=1,cpus=1,memdev=b -numa dist,src=0,dst=1,val=20',
    '-m 1G -object memory-backend-ram,id=a,size=1G -numa node,cpus=0,memdev=a -numa hmat-lb,initiator=0,target=0,hierarchy=memory,data-type=access-latency,latency=5 -numa hmat-lb,initiator=0,target=0,hierarchy=first-level,data-type=access-bandwidth,bandwidth=2M -numa hmat-cache,node-id=0,size=10K,level=1,associativity=direct,policy=write-back,line=8',
    '-M q35 -accel kvm -rtc base=2026-01-01T00:00:00,clock=vm,driftfix=slew -global kvm-pit.lost_tick_policy=delay -global ICH9-LPC.disable_s3=1',
    '-smbios type=1,manufacturer=A,serial=1 -smbios type=11,value=x -fw_cfg name=opt/a,string=b -acpitable sig=SLIC,file=/slic',
    '-kernel /k -initrd /i -append "root=/dev/vda ro" -boot menu=on,splash-time=3000 -no-reboot -action panic=pause',
    '-object iothread,id=iothread3,poll-max-ns=7 -object main-loop,id=ml,thread-pool-max=4 -run-with async-teardown=on',
    '-object sev-guest,id=s,cbitpos=51,reduced-phys-bits=1,policy=1 -M confidential-guest-support=s',
  ]

  it.each(lines)('%s', (line) => {
    const domain = domainOf(line)
    expect(domain.qemu_arguments).toBeUndefined()
    const again = readArgv(`qemu-system-x86_64 ${written(domain).map(quoted).join(' ')}`).commands[0]?.domain
    const { clock, cpu, features, memory, memory_backing, numatune, os, pm, sysinfo, vcpu, type } = domain
    expect(again).toMatchObject(
      JSON.parse(
        JSON.stringify({
          clock,
          cpu,
          features,
          memory,
          memory_backing,
          numatune,
          os,
          pm,
          sysinfo,
          vcpu,
          type,
        }),
      ),
    )
  })

  /** An option and its value, each one word of a shell. */
  function quoted(line: string): string {
    const at = line.indexOf(' ')
    return at < 0 ? line : `${line.slice(0, at)} '${line.slice(at + 1)}'`
  }
})
