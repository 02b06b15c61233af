/** What a text from elsewhere becomes, with the workers that read it. */
import { expect, test } from 'vitest'
import { isGivenUp } from '../texts/index.ts'
import { readFile } from './read-file.ts'

/** What each text is taken for, and the machines of it. */
async function opened(text: string) {
  const read = await readFile(text, 'pasted', undefined)
  if (read.kind !== 'vms') return { what: read.kind }
  const arrivals = await Promise.all(read.choices.map((choice) => choice.take()))
  const designs = arrivals.map((one) => (one === undefined || isGivenUp(one) ? undefined : one.design))
  const machines = designs.map((design) => ({
    name: design?.name,
    ram: design?.spec.ram,
    cpu: design?.spec.cpu,
    words: design?.spec.libvirt?.qemu_arguments?.map(({ value }) => value),
  }))
  return { what: read.what, machines, findings: read.findings.map(({ message }) => message) }
}

const virtInstall = `# virt-install --connect qemu:///system --name web --memory 3072 \\
    --vcpus 4 --disk path=/srv/web.qcow2 --graphics none --osinfo debian12 --import \\
    --qemu-commandline='-device qemu-xhci'
`

test('a command of virt-install is a machine, with the words for QEMU in it', async () => {
  expect(await opened(virtInstall)).toEqual({
    what: 'a command of virt-install',
    machines: [{ name: 'web', ram: '3G', cpu: 4, words: ['-device', 'qemu-xhci'] }],
    findings: [],
  })
})

test('a command line of QEMU stays one, where virt-install is in a comment or a name', async () => {
  const script = `#!/bin/sh
# was: virt-install --name web
qemu-system-x86_64 -name 'virt-install --name web' -m 3072 -smp 4
`
  expect(await opened(script)).toMatchObject({
    what: 'a QEMU command line',
    machines: [{ ram: '3G', cpu: 4 }],
  })
})

const machine = (name: string) => `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: ${name}}
spec:
  runStrategy: Always
  template:
    spec:
      domain:
        cpu: {cores: 3}
        memory: {guest: 1Gi}
        devices: {}
`

test('a manifest of KubeVirt is a machine, and no vm.yml', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: web}\n'
  const { what, machines } = await opened(`${secret}---\n${machine('web')}---\n${machine('db')}`)
  expect(what).toBe('a manifest of KubeVirt')
  expect(machines).toMatchObject([
    { name: 'web', ram: '1G', cpu: 3 },
    { name: 'db', ram: '1G', cpu: 3 },
  ])
})

test('a List as kubectl prints it in JSON is its machines', async () => {
  const item = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web' },
    spec: { template: { spec: { domain: { memory: { guest: '3Gi' }, devices: {} } } } },
  }
  const list = { apiVersion: 'v1', items: [item], kind: 'List' }
  const { what, machines } = await opened(JSON.stringify(list, undefined, 4))
  expect(what).toBe('a manifest of KubeVirt')
  expect(machines).toMatchObject([{ name: 'web', ram: '3G' }])
})

test('a vm.yml that writes a manifest into its guest stays one', async () => {
  const content = machine('inner').replaceAll(/^/gm, '          ')
  const yaml = `vms:
  web:
    ram: 4G
    cloud_init:
      write_files:
        - path: /root/vm.yaml
          content: |
${content}`
  expect(await opened(yaml)).toMatchObject({ what: 'a vm.yml', machines: [{ name: 'web', ram: '4G' }] })
})
