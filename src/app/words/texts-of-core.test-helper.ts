/** The texts of core that the page shows: of its tables all, of its findings and notes those of the rules’ own cases. */

import { resolve } from '../../core/resolve/index.ts'
import { checkDesign } from '../../core/rules/index.ts'
import type { RuleCases } from '../../core/rules/support/case.test-data.ts'
import { checkSet, readTable, vmsOfSet } from '../../core/set/index.ts'
import { innerShape } from '../../core/table/index.ts'
import { designOf, presets } from '../../presets/index.ts'
import { type Field, type HostFacts, labelOf, type Shape, type VmSpec, vmSpec } from '../core.ts'

/** The label and the help of every field. */
export function fieldTexts(): { readonly labels: ReadonlySet<string>; readonly helps: ReadonlySet<string> } {
  const labels = new Set<string>()
  const helps = new Set<string>()
  const seen = new Set<Shape>()
  const walk = (shape: Shape) => {
    if (seen.has(shape)) return
    seen.add(shape)
    for (const [key, field] of Object.entries<Field>(shape)) {
      labels.add(labelOf(key, field.meta))
      if (field.meta.help !== undefined) helps.add(field.meta.help)
      const inner = innerShape(field)
      if (inner !== undefined) walk(inner)
    }
  }
  walk(vmSpec)
  return { labels, helps }
}

const byFolder = import.meta.glob<RuleCases>('../../core/rules/*/cases.test-data.ts', {
  eager: true,
  import: 'cases',
})

/** What each rule says of the design that breaks it, and what its fix is called; by the rule’s folder. */
export function ruleTexts(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(byFolder).map(([file, cases]) => {
      const found = Object.values(cases).flatMap(({ triggers, host, name = 'vm' }) =>
        checkDesign({ name, spec: triggers }, host),
      )
      const texts = found.flatMap(({ message, fix }) =>
        fix === undefined ? [message] : [message, fix.title],
      )
      return [file.split('/').at(-2) ?? file, new Set(texts)]
    }),
  )
}

/** Of the presets: their own words, and what is filled in for them. */
export function presetTexts(): ReadonlySet<string> {
  const notes = presets.flatMap((preset) =>
    resolve(designOf(preset), undefined).notes.flatMap(({ what, why }) => [what, why]),
  )
  const own = presets.flatMap(({ title, about, why, needs }) => [
    title,
    about,
    why,
    ...needs.map(({ short }) => short),
  ])
  return new Set([...own, ...notes])
}

/** Tables with something wrong in them. */
const wrongTables: readonly { readonly table: string; readonly spec?: VmSpec; readonly host?: HostFacts }[] =
  [
    { table: '' },
    { table: 'name\n' },
    { table: 'name,name,hstname,,zzqqxx\n"a,1,2,3,4,5,6\n' },
    { table: 'mac\nx\n' },
    {
      table:
        'name,address,host devices,hostname\nb-{3..1},1,1,1\n"c-{1..2}{1..3}",x,y,z\nd,x,y,z\ne-{1..3},,,h-{1..2}\n',
    },
    { table: 'name,libvirt.devices.disks\na,[x\n' },
    { table: 'name\nn-{1..5000}\n' },
    { table: 'name\nn-{1..600}\nm-{1..600}\n' },
    { table: `name\n${'a\n'.repeat(1001)}` },
    { table: `name${',x'.repeat(70)}\na\n` },
    { table: `name\n${'a'.repeat(5000)}\n` },
    { table: 'name,mac\na,52:54:00:00:00:01\nb,52:54:00:00:00:01\na,\n' },
    { table: 'name,uuid\na,9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e\nb,9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e\n' },
    { table: 'name,host devices\na,01:00.0\nb,01:00.0\n' },
    {
      table: 'name,address\na,10.0.0.1/24\nb,10.0.0.1/24\n',
      spec: { network: { mode: 'bridge', bridge: 'br0' } },
    },
    { table: 'name,host port\na,2222\nb,2222\n' },
    { table: 'name,network.port_forwards\na,8080:80\nb,8080:80\n', spec: { ssh: { port: 0 } } },
    {
      table: 'name,cpuset\na,0-1\nb,0-1\nc,3\n',
      spec: {
        cpu: 2,
        ssh: { port: 0 },
        libvirt: {
          cputune: {
            vcpupin: [
              { vcpu: 0, cpuset: '0' },
              { vcpu: 1, cpuset: '1' },
            ],
          },
        },
      },
    },
    {
      table: 'name\na-{1..9}\n',
      spec: { ram: '8G', ssh: { port: 0 } },
      host: { numa: [{ node: 0, cpus: '0-3', memory_kib: 16_777_216 }] },
    },
  ]

/** What is said of those tables; what a field says of its value is said of designs, too. */
export function tableTexts(): ReadonlySet<string> {
  const found = wrongTables.flatMap(({ table: text, spec = { ram: '1G' }, host }) => {
    const { table, findings } = readTable(text)
    const made = vmsOfSet({ design: { name: 'web', spec }, table })
    return [...findings, ...made.findings, ...checkSet(made.vms, host)]
  })
  return new Set(found.filter(({ code }) => code.startsWith('set.')).map(({ message }) => message))
}
