import { describe, expect, it } from 'vitest'
import { type Domain, domain as shape } from '../domain/index.ts'
import { resolve, without } from '../resolve/index.ts'
import { isRecord, readXml } from '../table/index.ts'
import { parseXml } from '../xml/index.ts'
import { lift } from './index.ts'
import { sameValue } from './same-value.ts'

function domainOf(text: string): Domain {
  const { root } = parseXml(text)
  if (!root) throw new Error('the fixture is not well-formed')
  return readXml(shape, root, text)
}

const dumped = `<domain type='kvm'>
  <name>desk</name>
  <memory unit='KiB'>8388608</memory>
  <currentMemory unit='KiB'>8388608</currentMemory>
  <vcpu placement='static'>4</vcpu>
  <os>
    <type arch='x86_64' machine='pc-q35-9.2'>hvm</type>
    <boot dev='hd'/>
  </os>
  <features>
    <acpi/>
  </features>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_crash>preserve</on_crash>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='/images/desk.qcow2'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <interface type='user'>
      <mac address='52:54:00:00:00:01'/>
      <model type='virtio'/>
      <backend type='passt'/>
      <portForward proto='tcp' address='127.0.0.1'>
        <range start='2222' to='22'/>
        <range start='8080' to='80'/>
      </portForward>
    </interface>
  </devices>
</domain>`

describe('lift', () => {
  it('says a domain as its author would have', () => {
    expect(lift(domainOf(dumped), undefined)).toEqual({
      name: 'desk',
      spec: {
        source: { kind: 'imported', libvirt_name: 'desk', disk_path: '/images/desk.qcow2' },
        ram: '8G',
        cpu: 4,
        network: { mac: '52:54:00:00:00:01', port_forwards: ['8080:80'] },
        ssh: { port: 2222 },
        libvirt: {
          memory_unit: 'KiB',
          os: { machine: 'pc-q35-9.2' },
          features: { apic: false },
          on_crash: 'preserve',
          leave_out: ['on_reboot', 'cpu'],
          devices: { serial: [], console: [] },
        },
      },
    })
  })

  it('resolves to the same domain, and nothing can be taken away', () => {
    const domain = domainOf(dumped)
    const { name, spec } = lift(domain, undefined)
    expect(resolve({ name, spec }, undefined).domain).toEqual(expect.objectContaining({ name: 'desk' }))
    expect(sameValue(resolve({ name, spec }, undefined).domain, domain)).toBe(true)
    for (const path of leaves(spec)) {
      if (path[0] === 'source' && path[1] !== 'disk_path') continue
      const shorter = without(spec, path)
      const again = isRecord(shorter) ? resolve({ name, spec: shorter }, undefined).domain : undefined
      expect(sameValue(again, domain), path.join('.')).toBe(false)
    }
  })

  it('never lets an import grow devices', () => {
    const bare = domainOf(
      "<domain type='kvm'><name>x</name><memory>1048576</memory><os><type>hvm</type></os></domain>",
    )
    const { name, spec } = lift(bare, undefined)
    expect(sameValue(resolve({ name, spec }, undefined).domain, bare)).toBe(true)
  })
})

function leaves(held: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(held) && held.length > 0)
    return held.flatMap((item, index) => leaves(item, [...path, index]))
  if (isRecord(held)) return Object.keys(held).flatMap((key) => leaves(held[key], [...path, key]))
  return [path]
}
