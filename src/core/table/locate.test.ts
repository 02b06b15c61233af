import { expect, test } from 'vitest'
import { domain } from '../domain/index.ts'
import { parseXml } from '../xml/index.ts'
import { locateXml } from './index.ts'

const text = `<domain type='kvm'>
  <name>a</name>
  <memory unit='KiB'>1024</memory>
  <sysinfo type='smbios'>
    <bios><entry name='vendor'>x</entry>
    <entry name='version'>y</entry></bios>
  </sysinfo>
  <devices>
    <disk type='file'>
      <source file='/a'/>
      <target dev='vda' bus='virtio'/>
      <iotune><total_iops_sec>5</total_iops_sec></iotune>
    </disk>
    <disk type='block'>
      <source dev='/dev/b'/>
      <target dev='vdb'/>
      <readonly/>
    </disk>
    <iommu model='intel'/>
    <iommu model='smmuv3'/>
  </devices>
</domain>`

test.each([
  ['the root', [], '1:1'],
  ['an attribute', ['type'], '1:9'],
  ['an element with a text', ['name'], '2:3'],
  ['a size', ['memory', 'value'], '3:3'],
  ['an entry of a map', ['sysinfo', 'bios', 'version'], '6:5'],
  ['an attribute in a list', ['devices', 'disks', 1, 'source', 'dev'], '15:15'],
  ['a key that the element does not say', ['devices', 'disks', 1, 'target', 'bus'], '16:7'],
  ['an element that is not there', ['devices', 'disks', 1, 'iotune', 'total_iops_sec'], '14:5'],
  ['a nested element', ['devices', 'disks', 0, 'iotune', 'total_iops_sec'], '12:15'],
  ['presence', ['devices', 'disks', 1, 'readonly'], '17:7'],
  ['an item that is not there', ['devices', 'disks', 7], '9:5'],
  ['an element after the first', ['devices', 'more_iommus', 0, 'model'], '20:12'],
  ['a key that no table has', ['teapot'], '1:1'],
])('%s is found', (_, path, place) => {
  const { root } = parseXml(text)
  const position = root && locateXml(domain, root, path)
  expect(`${position?.line}:${position?.column}`).toBe(place)
})
