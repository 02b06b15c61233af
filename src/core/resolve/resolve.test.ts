import { describe, expect, it } from 'vitest'
import { renderXmlText } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { resolve } from './index.ts'
import type { Target } from './resolved.ts'

const host: HostFacts = {
  arch: 'x86_64',
  distro: 'fedora',
  cpu_vendor: 'AuthenticAMD',
  connection: 'session',
  user: {
    name: 'ada',
    uid: 1001,
    gid: 1002,
    subuid: { start: 200000, count: 65536 },
    subgid: { start: 300000, count: 65536 },
  },
  ssh_public_key: 'ssh-ed25519 AAAAexample ada@example',
  paths: { state_dir: '/var/vms/{name}' },
}

function resolved(spec: VmSpec, given: HostFacts = host, target: Target = 'libvirt') {
  return resolve({ name: 'vm', spec }, given, target)
}

function xml(spec: VmSpec, given: HostFacts = host, target: Target = 'libvirt'): string {
  return renderXmlText(resolved(spec, given, target).domain)
}

describe('what nobody said', () => {
  it('is a KVM machine of the host’s architecture that shuts down and reboots as usual', async () => {
    await expect(xml({}, {})).toMatchFileSnapshot('expected/nothing-said.xml')
  })

  it('has a note on every default, each saying how to do otherwise', () => {
    const { notes } = resolved({}, {})
    expect(notes.map((note) => note.what)).toMatchInlineSnapshot(`
      [
        "type kvm",
        "machine q35",
        "architecture x86_64",
        "boot from disk",
        "on_poweroff destroy",
        "on_reboot restart",
        "on_crash destroy",
        "clock utc",
        "ACPI on",
        "APIC on",
        "memory 2GiB",
        "all memory from the start",
        "2 vCPUs",
        "placement static",
        "CPU host-passthrough",
        "no check",
        "a user network",
        "a virtio card",
        "a serial port",
        "a console",
      ]
    `)
    for (const note of notes) expect(note.how, note.what).toMatch(/\w{3}/)
  })

  it('is virt on ARM and RISC-V, without an APIC', () => {
    for (const arch of ['aarch64', 'riscv64']) {
      const { os, features } = resolved({ libvirt: { os: { arch } } }).domain
      expect(os?.machine).toBe('virt')
      expect(features?.apic).toBeUndefined()
    }
  })

  it('is emulated when the guest’s architecture is not the host’s', () => {
    const { domain } = resolved({ libvirt: { os: { arch: 'aarch64' } } })
    expect(domain.type).toBe('qemu')
    expect(domain.cpu?.mode).toBe('maximum')
  })

  it('has no boot list beside a boot order at a device, which libvirt refuses', () => {
    const disks = [{ source: { file: '/a.qcow2' }, target: { dev: 'vdb' }, boot: { order: 1 } }]
    expect(resolved({ libvirt: { devices: { disks } } }).domain.os?.boot).toBeUndefined()
  })
})

describe('the processor', () => {
  it('may run VMs, or must not, as nested says', () => {
    const featuresOf = (spec: VmSpec, host: HostFacts) =>
      resolve({ name: 'vm', spec }, host).domain.cpu?.features?.map(({ name, policy }) => `${name} ${policy}`)
    const intel: HostFacts = { cpu_vendor: 'GenuineIntel' }
    const off: HostFacts = { ...intel, cpu: { nested: false } }
    const model = { libvirt: { cpu: { mode: 'host-model' } } } as const
    expect(featuresOf({ nested: true, ...model }, intel)).toEqual(['vmx require'])
    expect(featuresOf(model, intel)).toBeUndefined()
    expect(featuresOf({}, off)).toBeUndefined()
    expect(featuresOf({ nested: true }, off)).toEqual(['vmx require'])
    expect(featuresOf({ nested: false }, intel)).toEqual(['vmx disable'])
    expect(featuresOf({ nested: false }, {})).toEqual(['vmx disable', 'svm disable'])
    expect(featuresOf({ nested: true }, {})).toBeUndefined()
    const arm: VmSpec = { nested: true, libvirt: { os: { arch: 'aarch64' } } }
    expect(featuresOf(arm, intel)).toBeUndefined()
  })

  it('gets svm on AMD and vmx on Intel, unless the author named it', () => {
    expect(resolved({}).domain.cpu?.features).toEqual([{ policy: 'require', name: 'svm' }])
    expect(resolved({}, { ...host, cpu_vendor: 'GenuineIntel' }).domain.cpu?.features).toEqual([
      { policy: 'require', name: 'vmx' },
    ])
    const features = [{ policy: 'disable', name: 'svm' } as const]
    expect(resolved({ libvirt: { cpu: { features } } }).domain.cpu?.features).toEqual(features)
  })

  it('is left alone when a model is named', () => {
    const cpu = resolved({ libvirt: { cpu: { mode: 'custom', model: { value: 'EPYC' } } } }).domain.cpu
    expect(cpu).toEqual({ mode: 'custom', model: { value: 'EPYC' } })
  })
})

describe('the network', () => {
  it('forwards the SSH port first, from the host’s port to the guest’s, on 127.0.0.1 by passt', () => {
    const { domain } = resolved({ ssh: { port: 2222 }, network: { port_forwards: ['8080:80'] } })
    expect(domain.devices?.interfaces).toEqual([
      {
        type: 'user',
        model: { type: 'virtio' },
        backend: { type: 'passt' },
        port_forwards: [
          {
            proto: 'tcp',
            address: '127.0.0.1',
            ranges: [
              { start: 2222, to: 22 },
              { start: 8080, to: 80 },
            ],
          },
        ],
      },
    ])
  })

  it('needs no backend when nothing is forwarded', () => {
    expect(resolved({ network: { mode: 'user' } }).domain.devices?.interfaces).toEqual([
      { type: 'user', model: { type: 'virtio' } },
    ])
  })

  it.each([
    [
      { mode: 'bridge', bridge: 'br0' },
      { type: 'bridge', source: { bridge: 'br0' } },
    ],
    [{ mode: 'nat' }, { type: 'network', source: { network: 'default' } }],
    [
      { mode: 'network', bridge: 'lab' },
      { type: 'network', source: { network: 'lab' } },
    ],
  ] as const)('in %j is %j', (network, expected) => {
    expect(resolved({ network }).domain.devices?.interfaces?.[0]).toMatchObject(expected)
  })

  it('puts the author’s interfaces after the first, with a model', () => {
    const { domain } = resolved({
      network: { mode: 'user' },
      libvirt: { devices: { interfaces: [{ type: 'bridge', source: { bridge: 'br1' } }] } },
    })
    expect(domain.devices?.interfaces?.[1]).toEqual({
      type: 'bridge',
      source: { bridge: 'br1' },
      model: { type: 'virtio' },
    })
  })

  it('is none when the list of interfaces is empty', () => {
    expect(resolved({ libvirt: { devices: { interfaces: [] } } }).domain.devices?.interfaces).toBeUndefined()
  })

  it('warns of forwards that have no effect', () => {
    const { findings } = resolved({ network: { mode: 'bridge', bridge: 'br0', port_forwards: ['1:2'] } })
    expect(findings.map((finding) => finding.code)).toEqual(['network.forward-needs-user'])
  })
})

describe('firmware', () => {
  const secure: VmSpec = { firmware: 'uefi-secure', machine: 'q35', libvirt: { features: { smm: true } } }
  const named: HostFacts = {
    ...host,
    firmware: [{ path: '/fw/CODE.secboot.fd', vars: '/fw/VARS.secboot.fd', secure: true }],
  }

  it('is left to libvirt as long as nobody names files', () => {
    const { os } = resolved(secure).domain
    expect(os?.firmware).toBe('efi')
    expect(os?.loader).toBeUndefined()
    expect(os?.firmware_features).toEqual([
      { enabled: true, name: 'secure-boot' },
      { enabled: true, name: 'enrolled-keys' },
    ])
  })

  it('is named, without firmware=, when the host facts name files: libvirt refuses a mixture', () => {
    const { os } = resolved(secure, named).domain
    expect(os?.firmware).toBeUndefined()
    expect(os?.loader).toEqual({ readonly: true, secure: true, type: 'pflash', value: '/fw/CODE.secboot.fd' })
    expect(os?.nvram).toEqual({ template: '/fw/VARS.secboot.fd', value: '/var/vms/vm/vm_VARS.fd' })
  })

  it('is always named for QEMU', () => {
    const { os } = resolved({ firmware: 'uefi-insecure' }, host, 'qemu').domain
    expect(os?.loader?.value).toMatch(/\.fd$/)
    expect(os?.loader?.secure).toBeUndefined()
  })

  it('is nothing at all for BIOS', () => {
    const { os } = resolved({ firmware: 'bios' }).domain
    expect([os?.firmware, os?.loader, os?.nvram]).toEqual([undefined, undefined, undefined])
  })

  it('refuses Secure Boot without q35 and without SMM, each with a fix', () => {
    const { findings } = resolved({ firmware: 'uefi-secure', machine: 'i440fx' })
    expect(findings.map(({ code, fix }) => [code, fix?.changes])).toEqual([
      ['firmware.secure-needs-q35', [{ path: ['machine'], value: 'q35' }]],
      ['firmware.secure-needs-smm', [{ path: ['libvirt', 'features', 'smm'], value: true }]],
    ])
  })
})

describe('shares', () => {
  const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv' }, target: { dir: 'srv' } } as const
  const withShare = (more: object, given: HostFacts = host, backing?: object) =>
    resolved(
      {
        libvirt: {
          ...(backing ? { memory_backing: backing } : {}),
          devices: { filesystems: [{ ...share, ...more }] },
        },
      },
      given,
    ).domain

  it('get shared memory, and hugepages stay', () => {
    expect(withShare({}).memory_backing).toEqual({ source: { type: 'memfd' }, access: { mode: 'shared' } })
    expect(withShare({}, host, { hugepages: { size: '2M' } }).memory_backing).toEqual({
      hugepages: { size: '2M' },
      source: { type: 'memfd' },
      access: { mode: 'shared' },
    })
    expect(withShare({}, host, { source: { type: 'file' } }).memory_backing?.source).toEqual({ type: 'file' })
  })

  it('give the guest’s first user to the host’s user', () => {
    expect(withShare({}).devices?.filesystems?.[0]?.idmap).toEqual({
      uid: [
        { start: 0, target: 200000, count: 1000 },
        { start: 1000, target: 1001, count: 1 },
        { start: 1001, target: 201000, count: 64536 },
      ],
      gid: [
        { start: 0, target: 300000, count: 1000 },
        { start: 1000, target: 1002, count: 1 },
        { start: 1001, target: 301000, count: 64536 },
      ],
    })
  })

  it('keep libvirt’s own id map when no range is known, the range is short, or the mode is another', () => {
    const { user: _, ...nobody } = host
    const short = { ...host, user: { ...host.user, subuid: { start: 1, count: 1000 } } }
    expect(withShare({}, nobody).devices?.filesystems?.[0]?.idmap).toBeUndefined()
    expect(withShare({}, short).devices?.filesystems?.[0]?.idmap).toBeUndefined()
    expect(withShare({ accessmode: 'mapped' }).devices?.filesystems?.[0]?.idmap).toBeUndefined()
  })

  it('leave the memory alone when they are 9p', () => {
    const domain = withShare({ driver: { type: '9p' } })
    expect(domain.memory_backing).toBeUndefined()
    expect(domain.devices?.filesystems?.[0]?.idmap).toBeUndefined()
  })
})

describe('the SSH key', () => {
  const image = { kind: 'cloud_image', url: 'https://example.org/x.qcow2' } as const

  it('goes to root as a credential of its own', () => {
    const { domain } = resolved({ source: image, ssh: { user: 'root' } })
    expect(domain.sysinfo?.oem_strings).toEqual([
      'io.systemd.credential:ssh.authorized_keys.root=ssh-ed25519 AAAAexample ada@example',
    ])
    expect(domain.os?.smbios).toBe('sysinfo')
  })

  it('goes to another user by tmpfiles, before the author’s own strings', () => {
    const { domain } = resolved({
      source: image,
      ssh: { user: 'dev' },
      libvirt: { sysinfo: { oem_strings: ['mine'] } },
    })
    const [first = '', second] = domain.sysinfo?.oem_strings ?? []
    const encoded = first.slice(first.indexOf('=') + 1)
    expect(first).toMatch(/^io\.systemd\.credential\.binary:tmpfiles\.extra=/)
    expect(Buffer.from(encoded, 'base64').toString()).toBe(
      `d /home/dev/.ssh 0700 dev dev -\nf~ /home/dev/.ssh/authorized_keys 0600 dev dev - ${Buffer.from(`${host.ssh_public_key}\n`).toString('base64')}\n`,
    )
    expect(second).toBe('mine')
  })

  it('stays out of SMBIOS when that is disabled', () => {
    const { domain } = resolved({ source: image, ssh: { key_injection: { smbios: 'disabled' } } })
    expect(domain.sysinfo).toBeUndefined()
  })
})

describe('channels and displays', () => {
  it('fill in the paths of templates and name the directories that have to be there', () => {
    const { domain, directories } = resolved({
      libvirt: {
        devices: {
          channels: [{ type: 'unix', name: 'a', path: '{{.VmStateDir}}/sockets/{{.VmName}}.sock' }],
        },
      },
    })
    expect(domain.devices?.channels?.[0]?.source).toEqual({
      mode: 'bind',
      path: '/var/vms/vm/sockets/vm.sock',
    })
    expect(directories).toEqual(['/var/vms/vm', '/var/vms/vm/sockets'])
  })

  it('bind a unix channel without a path where libvirt likes', () => {
    const { domain } = resolved({ libvirt: { devices: { channels: [{ type: 'unix', name: 'a' }] } } })
    expect(domain.devices?.channels?.[0]).toEqual({
      name: 'a',
      type: 'unix',
      target_type: 'virtio',
      source: { mode: 'bind' },
    })
  })
})

describe('the author’s own XML', () => {
  it('goes into devices or the domain by its element, and is understood', () => {
    const { domain, findings } = resolved({
      libvirt: { snippets: ["<watchdog model='itco'/>", '<blkiotune><weight>500</weight></blkiotune>'] },
    })
    expect(findings).toEqual([])
    expect(domain.devices?.watchdog).toEqual([{ model: 'itco' }])
    expect(renderXmlText(domain)).toContain('  <blkiotune>')
  })

  it('brings the namespace of qemu:commandline along, without which libvirt drops it in silence', () => {
    const text = xml({
      libvirt: { snippets: ["<qemu:commandline><qemu:arg value='-x'/></qemu:commandline>"] },
    })
    expect(text).toContain("xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'")
    expect(text).toContain("  <qemu:commandline>\n    <qemu:arg value='-x'/>\n")
  })

  it.each([
    ['<a>', 'xml.unclosed-tag'],
    ['   ', 'xml.empty'],
    ['<!-- nothing -->', 'xml.empty'],
  ])('is refused when it is %j', (snippet, code) => {
    const { findings } = resolved({ libvirt: { snippets: [snippet] } })
    expect(findings.map((finding) => [finding.code, finding.severity, finding.path])).toEqual([
      [code, 'error', ['libvirt', 'snippets', 0]],
    ])
  })

  it('is merged as a whole domain where nothing is yet', () => {
    const { domain, findings } = resolved({
      libvirt: {
        xml_passthrough:
          "<domain><clock offset='localtime'/><title>t</title><devices><hub type='usb'/></devices></domain>",
      },
    })
    expect(domain.title).toBe('t')
    expect(domain.clock?.offset).toBe('utc')
    expect(domain.devices?.hub).toEqual([{ type: 'usb' }])
    expect(findings.map((finding) => finding.code)).toEqual(['passthrough.taken'])
  })
})

describe('what is left out', () => {
  it('is not added, and has no note', () => {
    const { domain, notes } = resolved({ libvirt: { leave_out: ['vcpu.placement', 'on_crash'] } })
    expect(domain.vcpu).toEqual({ value: 2 })
    expect(domain.on_crash).toBeUndefined()
    expect(notes.map((note) => note.what)).not.toContain('placement static')
  })

  it('is left out once, however often it is said, and its neighbour stays', () => {
    const { domain } = resolved({
      libvirt: {
        leave_out: ['cpu.features["b"]', 'cpu.features["b"]'],
        cpu: {
          features: [
            { name: 'a', policy: 'require' },
            { name: 'b', policy: 'require' },
            { name: 'c', policy: 'require' },
          ],
        },
      },
    })
    expect(domain.cpu?.features?.map(({ name }) => name)).toEqual(['a', 'c', 'svm'])
  })

  it('has to be a path', () => {
    const { findings } = resolved({ libvirt: { leave_out: ['a b', '["\\q"]'] } })
    expect(findings.map((finding) => finding.code)).toEqual(['leave-out.path', 'leave-out.path'])
  })
})
