/** The processor in the picture: NUMA cells, vCPUs and threads, with the CPUs of the host that they run on. */
import type { Domain } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'
import { sizeInBytes, sizeText } from '../table/index.ts'
import { CpuSet, cpusOf } from '../text/index.ts'
import type { PictureNode } from './picture.ts'

/** The part with the vCPUs in it, by NUMA cell where there are any. */
export function processorNode(domain: Domain, host: HostFacts | undefined): PictureNode {
  const { cpu, vcpu } = domain
  const count = vcpu?.value ?? 1
  const all = new CpuSet()
  all.put(0, Math.min(count, mostVcpus) - 1, true)
  const cells = cpu?.numa ?? []
  const inCells = cells.reduce((sum, { cpus }) => sum.or(cpusOf(cpus ?? '') ?? none), none)
  const pinning = pinningOf(domain, host)
  return {
    id: 'vcpu',
    kind: 'part',
    title: 'Processor',
    details: [`${count} ${count === 1 ? 'vCPU' : 'vCPUs'}`, ...modelWords(cpu), ...topologyWords(cpu)],
    path: ['vcpu'],
    children: [
      ...cells.map((cell, index): PictureNode => {
        const id = cell.id ?? index
        return {
          id: `cpu.numa[${index}]`,
          kind: 'cell',
          title: `NUMA cell ${id}`,
          details: [...cellMemory(cell), ...hostNodes(domain, id)],
          path: ['cpu', 'numa', index],
          children: vcpuChips(cpusOf(cell.cpus ?? '') ?? none, pinning, `cell ${index}`),
        }
      }),
      ...vcpuChips(all.without(inCells), pinning, 'vcpu'),
      ...threadChips(domain, pinning),
    ],
  }
}

/** libvirt takes no higher number: VIR_DOMAIN_CPUMASK_LEN, src/conf/domain_conf.h. */
const mostVcpus = 16_384

const none = new CpuSet()

type Cpu = Domain['cpu']

function modelWords(cpu: Cpu): string[] {
  return [cpu?.mode, cpu?.model?.value].filter((word) => word !== undefined)
}

function topologyWords(cpu: Cpu): string[] {
  const { sockets, dies = 1, clusters = 1, cores, threads } = cpu?.topology ?? {}
  if (sockets === undefined || cores === undefined || threads === undefined) return []
  return [
    [
      `${sockets} sockets`,
      ...(dies > 1 ? [`${dies} dies`] : []),
      ...(clusters > 1 ? [`${clusters} clusters`] : []),
      `${cores} cores`,
      `${threads} threads`,
    ]
      .map((word) => (word.startsWith('1 ') ? word.slice(0, -1) : word))
      .join(' × '),
  ]
}

/** The memory of a cell stands in the Domain without its unit. */
function cellMemory({
  memory,
  unit = 'KiB',
}: {
  readonly memory?: string | undefined
  readonly unit?: string | undefined
}): string[] {
  if (memory === undefined) return []
  const bytes = sizeInBytes(/[a-z]/i.test(memory) ? memory : `${memory} ${unit}`)
  return [bytes === undefined ? `${memory} ${unit}` : sizeText(bytes)]
}

function hostNodes({ numatune }: Domain, cell: number): string[] {
  const own = numatune?.memnodes?.find(({ cellid }) => cellid === cell) ?? numatune?.memory
  return own?.nodeset === undefined ? [] : [`memory of host node ${own.nodeset}`]
}

interface Pinning {
  readonly ofVcpu: ReadonlyMap<number, string>
  readonly words: (cpuset: string | undefined) => string
  readonly rest: string | undefined
}

function pinningOf({ cputune, vcpu }: Domain, host: HostFacts | undefined): Pinning {
  return {
    ofVcpu: new Map(
      (cputune?.vcpupin ?? []).flatMap(({ vcpu: number, cpuset }) =>
        number === undefined || cpuset === undefined ? [] : [[number, cpuset] as const],
      ),
    ),
    words: (cpuset) =>
      cpuset === undefined ? 'any host CPU' : `host CPU ${cpuset}${nodeWords(cpuset, host)}`,
    rest: vcpu?.cpuset,
  }
}

/** ` (node 1)` when the CPUs are all of one of several nodes. */
function nodeWords(cpuset: string, host: HostFacts | undefined): string {
  const nodes = host?.numa ?? []
  const cpus = nodes.length > 1 ? cpusOf(cpuset) : undefined
  if (cpus === undefined) return ''
  const around = nodes.filter((node) => !cpus.and(cpusOf(node.cpus ?? '') ?? none).isEmpty)
  return around.length === 1 ? ` (node ${around[0]?.node})` : ''
}

/** One chip for each vCPU with a pin of its own, neighbours with the same pin together, and one for all the others. */
function vcpuChips(vcpus: CpuSet, { ofVcpu, words, rest }: Pinning, within: string): PictureNode[] {
  const runs: { first: number; last: number; cpuset: string }[] = []
  const pinned = [...ofVcpu].filter(([vcpu]) => vcpus.has(vcpu)).sort(([one], [other]) => one - other)
  for (const [vcpu, cpuset] of pinned) {
    const run = runs.at(-1)
    if (run !== undefined && run.last === vcpu - 1 && run.cpuset === cpuset) run.last = vcpu
    else runs.push({ first: vcpu, last: vcpu, cpuset })
  }
  const others = vcpus.without(CpuSet.of(ofVcpu.keys()))
  return [
    ...runs.map(({ first, last, cpuset }) =>
      chip(`${within} ${first}`, `vCPU ${first === last ? first : `${first}-${last}`}`, words(cpuset), [
        'cputune',
        'vcpupin',
      ]),
    ),
    ...(others.isEmpty ? [] : [chip(`${within} others`, `vCPU ${others}`, words(rest), ['vcpu'])]),
  ]
}

/** The emulator and the I/O threads: those that are pinned, and how many others there are. */
function threadChips(domain: Domain, { words }: Pinning): PictureNode[] {
  const { cputune, iothreads = 0 } = domain
  const pins = cputune?.iothreadpin ?? []
  const emulator = cputune?.emulatorpin?.cpuset
  const others = iothreads - pins.length
  return [
    ...(emulator === undefined
      ? []
      : [chip('emulator', 'Emulator', words(emulator), ['cputune', 'emulatorpin'])]),
    ...pins.map(({ iothread, cpuset }, index) =>
      chip(`iothread ${index}`, `I/O thread ${iothread}`, words(cpuset), ['cputune', 'iothreadpin', index]),
    ),
    ...(others > 0
      ? [
          chip(
            'iothreads',
            `${others} ${pins.length > 0 ? 'more ' : ''}I/O ${others === 1 ? 'thread' : 'threads'}`,
            words(undefined),
            ['iothreads'],
          ),
        ]
      : []),
  ]
}

function chip(id: string, title: string, where: string, path: PictureNode['path']): PictureNode {
  return { id: `chip ${id}`, kind: 'chip', title, details: [where], path, children: [] }
}
