import { describe, expect, it } from 'vitest'
import { patchXml } from './index.ts'

const source = `<?xml version="1.0"?>
<!-- made by hand -->
<domain type="kvm">
    <name>a</name>
    <devices>
        <!-- the fast one -->
        <disk type="file"   device='disk'><target dev="vda"/></disk>
        <disk type="file" device='cdrom'/>
        <!-- the slow one -->
        <interface type='user'/>
    </devices>
    <vcpu>2</vcpu>   <!-- enough -->
</domain>
`

const before = `<domain type='kvm'>
  <name>a</name>
  <vcpu>2</vcpu>
  <devices>
    <disk type='file' device='disk'>
      <target dev='vda'/>
    </disk>
    <disk type='file' device='cdrom'/>
    <interface type='user'/>
  </devices>
</domain>
`

function changed(from: string, to: string): string[] {
  const patched = patchXml(source, before, before.replace(from, to)) ?? ''
  const [old, now] = [source.split('\n'), patched.split('\n')]
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ]
}

describe('patchXml', () => {
  it('changes nothing when nothing changed', () => {
    expect(patchXml(source, before, before)).toBe(source)
  })

  it('changes a text and leaves the comment on its line', () => {
    expect(changed('<vcpu>2</vcpu>', '<vcpu>4</vcpu>')).toEqual([
      '-    <vcpu>2</vcpu>   <!-- enough -->',
      '+    <vcpu>4</vcpu>   <!-- enough -->',
    ])
  })

  it('changes an attribute and keeps its quotes', () => {
    expect(changed("dev='vda'", "dev='v&amp;&quot;'")).toEqual([
      `-        <disk type="file"   device='disk'><target dev="vda"/></disk>`,
      `+        <disk type="file"   device='disk'><target dev="v&amp;&quot;"/></disk>`,
    ])
  })

  it('adds and removes an attribute', () => {
    expect(changed("device='cdrom'", "device='cdrom' model='x'")).toEqual([
      `-        <disk type="file" device='cdrom'/>`,
      `+        <disk type="file" device='cdrom' model='x'/>`,
    ])
    expect(changed(" device='cdrom'", '')).toEqual([
      `-        <disk type="file" device='cdrom'/>`,
      `+        <disk type="file"/>`,
    ])
  })

  it('removes an element with its line, the comments stay', () => {
    expect(changed("    <disk type='file' device='cdrom'/>\n", '')).toEqual([
      `-        <disk type="file" device='cdrom'/>`,
    ])
  })

  it('adds an element behind its neighbour, in the indent of the source', () => {
    const patched = patchXml(
      source,
      before,
      before.replace(
        "<interface type='user'/>",
        "<interface type='user'/>\n    <rng model='virtio'>\n      <rate bytes='1'/>\n    </rng>",
      ),
    )
    expect(patched).toContain(
      "        <interface type='user'/>\n        <rng model='virtio'>\n          <rate bytes='1'/>\n        </rng>\n    </devices>",
    )
  })

  it('opens an empty element for its first child, and closes it again', () => {
    const patched = patchXml('<a>\n\t<b/>\n</a>', '<a>\n  <b/>\n</a>', '<a>\n  <b>\n    <c/>\n  </b>\n</a>')
    expect(patched).toBe('<a>\n\t<b>\n\t  <c/>\n\t</b>\n</a>')
  })

  it('moves nothing when one of several alike goes', () => {
    const list = (...names: string[]) => `<a>\n${names.map((name) => `  <b n='${name}'/>\n`).join('')}</a>`
    expect(patchXml(list('1', '2', '3'), list('1', '2', '3'), list('1', '3'))).toBe(list('1', '3'))
    expect(patchXml(list('1', '3'), list('1', '3'), list('1', '2', '3'))).toBe(list('1', '2', '3'))
  })

  it('says nothing of texts that are no XML', () => {
    expect(patchXml('<a>', before, before)).toBeUndefined()
  })
})
