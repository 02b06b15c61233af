import { expect, it } from 'vitest'
import { domain, renderXml } from '../domain/index.ts'
import { parseXml } from '../xml/index.ts'
import { linePaths } from './line-paths.ts'
import { readXml } from './read-xml.ts'

it('finds the value of each line as the writer does', () => {
  const text = `<domain type='kvm'>
  <name>a</name>
  <memory unit='MiB'>512</memory>
  <os>
    <type arch='x86_64'>hvm</type>
    <boot dev='hd'/>
    <boot dev='cdrom'/>
  </os>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='/a'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'>
      <target dev='sda' bus='sata'/>
      <readonly/>
    </disk>
  </devices>
</domain>
`
  const { root: parsed } = parseXml(text)
  if (!parsed) throw new Error('the fixture is not well-formed')
  const lines = linePaths(domain, parsed, text).slice(0, -1)
  const written = renderXml(readXml(domain, parsed, text))
  expect(written.text).toBe(text)
  expect(lines).toEqual(written.lines)
})
