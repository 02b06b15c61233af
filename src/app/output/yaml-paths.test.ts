import { expect, test } from 'vitest'
import { formatPath } from '../core.ts'
import { specLines, yamlLinePaths } from './yaml-paths.ts'

const paths = (text: string) => yamlLinePaths(text).map(formatPath)

test('each line has the path of its key', () => {
  const text = `# the machine
vms:
  web:
    ram: 2G # enough
    libvirt:
      devices:
        disks:
          - type: file
            source: {file: /a}
          -   type: block
        boot:
        - hd
        - cdrom
    cloud_init:
      runcmd: |
        ram: 3G
        - no key

      "quoted key": 1
`
  expect(paths(text)).toEqual([
    '',
    'vms',
    'vms.web',
    'vms.web.ram',
    'vms.web.libvirt',
    'vms.web.libvirt.devices',
    'vms.web.libvirt.devices.disks',
    'vms.web.libvirt.devices.disks[0].type',
    'vms.web.libvirt.devices.disks[0].source',
    'vms.web.libvirt.devices.disks[1].type',
    'vms.web.libvirt.devices.boot',
    'vms.web.libvirt.devices.boot[0]',
    'vms.web.libvirt.devices.boot[1]',
    'vms.web.cloud_init',
    'vms.web.cloud_init.runcmd',
    'vms.web.cloud_init.runcmd',
    'vms.web.cloud_init.runcmd',
    'vms.web.cloud_init.runcmd',
    'vms.web.cloud_init["quoted key"]',
    'vms.web.cloud_init["quoted key"]',
  ])
})

test.each([
  ['vms:\n  web:\n    ram: 2G', 'ram'],
  ['vm:\n  web:\n    ram: 2G', 'ram'],
  ['web:\n  vm:\n    ram: 2G', 'ram'],
  ['web-libvirt:\n  libvirt:\n    os: q35', 'libvirt.os'],
  ['name: web\nspec:\n  ram: 2G', 'ram'],
  ['ram: 2G', 'ram'],
])('the spec begins where the shape of the file says: %j', (text, path) => {
  expect(formatPath(specLines(text, 'web').at(-1) ?? [])).toBe(path)
})
