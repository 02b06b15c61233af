import { expect, test } from 'vitest'
import { beginsKubevirt } from './begins-kubevirt.ts'

const machine = 'apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: web}\nspec: {}\n'
const indented = machine.replaceAll(/^/gm, '  ')

test.each([
  [machine],
  [`# of the cluster\n---\n${machine}`],
  [`apiVersion: v1\nkind: Secret\nmetadata: {name: web}\n---\n${machine}`],
  [`kind: List\napiVersion: v1\nitems:\n- ${indented.trim()}\n`],
  ['kind: VirtualMachineInstance # it runs\napiVersion: "kubevirt.io/v1"\n'],
  ['{"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "spec": {}}'],
  ['{\n  "kind": "List",\n  "items": [{"apiVersion": "kubevirt.io/v1alpha3", "kind": "VirtualMachine"}]\n}'],
  [indented],
])('%s is one', (text) => {
  expect(beginsKubevirt(text)).toBe(true)
})

test.each([
  ['apiVersion: v1\nkind: Pod\n'],
  ['apiVersion: kubevirt.io/v1\nkind: VirtualMachineInstanceReplicaSet\n'],
  ['ram: 4G\ncpu: 2\n'],
  [
    `web:\n  cloud_init:\n    write_files:\n      - path: /root/vm.yaml\n        content: |\n${machine.replaceAll(/^/gm, '          ')}`,
  ],
  [JSON.stringify({ name: 'web', spec: { cloud_init: { extra: machine } } })],
])('%s is none', (text) => {
  expect(beginsKubevirt(text)).toBe(false)
})
