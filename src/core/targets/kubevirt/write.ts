/** From a design to KubeVirt: the objects of the VM's namespace, and what the administrator does before. */
import { type Finding, formatPath, type Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { startsWith } from '../../path.ts'
import { type Resolved, resolve } from '../../resolve/index.ts'
import type { UnknownRecord } from '../../table/index.ts'
import { designPlace } from '../design-place.ts'
import { type Difference, differencesOf } from '../differences.ts'
import type { TargetFile, TargetJob, Written } from '../target.ts'
import { documentsText } from '../yaml/documents.ts'
import { admitterFindings } from './admitters.ts'
import { sayBoot } from './families/boot.ts'
import { sayCpu } from './families/cpu.ts'
import { sayDisks } from './families/disks.ts'
import { sayDisplay } from './families/display.ts'
import { sayFeatures } from './families/features.ts'
import { sayHostDevices } from './families/host-devices.ts'
import { sayMachine } from './families/machine.ts'
import { sayMemory } from './families/memory.ts'
import { sayNetwork } from './families/network.ts'
import { sayShares } from './families/shares.ts'
import { saySmallDevices } from './families/small-devices.ts'
import type { options } from './options.ts'
import { isOwnAlone, ownOfDomain } from './own-words.ts'
import { readOwnVm } from './read-vm.ts'
import type { Way } from './words/tree.ts'
import { administratorObjects } from './write/administrator.ts'
import { administratorFile } from './write/administrator-file.ts'
import { lacksBeside, secretFindings } from './write/beside.ts'
import { comparable } from './write/comparable.ts'
import { closedGates, gateFindings } from './write/gates.ts'
import { forHarvester } from './write/harvester.ts'
import { machineObject, namespaceObjects, serviceObject } from './write/manifest.ts'
import { type Plugin, pluginFor } from './write/plugin.ts'
import { lackOf, lackOfHook } from './write/reasons.ts'
import { scriptText } from './write/script.ts'
import { Writing } from './writing.ts'

/** The boot order looks at the devices that all others made. */
const families: readonly ((writing: Writing) => void)[] = [
  sayMachine,
  sayCpu,
  sayMemory,
  sayFeatures,
  sayDisks,
  sayShares,
  sayNetwork,
  sayDisplay,
  sayHostDevices,
  saySmallDevices,
  sayBoot,
]

/**
 * What is lost is found by reading the VM again: whatever does not come back as it went is a lack, so that no table of
 * them has to be kept beside the writers.
 */
export function writeKubevirt({
  design,
  host,
  choices,
}: TargetJob<Pick<typeof options, 'cluster'>>): Written {
  const resolved = resolve(forLibvirt(design), host, 'libvirt')
  const placeOf = designPlace(resolved)
  const writing = new Writing(resolved, ownOfDomain(resolved.domain))
  for (const say of families) say(writing)
  const written = machineObject(writing)
  const different = comeBack(writing, written, resolved)
  const plugin = pluginFor(resolved.domain, writing.name, different)
  const harvester = choices.cluster === 'harvester' ? forHarvester(written) : undefined
  const vm = harvester?.vm ?? written
  return {
    files: filesOf(writing, vm, plugin, placeOf),
    lacks: [
      ...lacksBeside(resolved.design),
      ...writing.lacks.map((lack) => ({ ...lack, path: placeOf(lack.path) })),
      ...different
        .filter(({ kind }) => kind !== 'added')
        .map((one) => (plugin.says(one) ? lackOfHook(one, placeOf) : lackOf(one, placeOf))),
    ],
    findings: [
      ...resolved.findings,
      ...writing.cloudInit.findings,
      ...secretFindings(resolved.design),
      ...gateFindings(vm),
      ...admitterFindings(vm),
      ...(harvester !== undefined && harvester.images > 0 ? [imageFinding] : []),
      ...addedFindings(different),
    ],
  }
}

const imageFinding: Finding = {
  code: 'kubevirt.elsewhere',
  severity: 'warning',
  path: ['source'],
  message:
    'Harvester has its images under ids of its own: fetch the image on its page, and put its id and storage class into the annotation harvesterhci.io/volumeClaimTemplates.',
  target: 'kubevirt',
}

function comeBack(writing: Writing, vm: UnknownRecord, { domain }: Resolved): Difference[] {
  const service = serviceObject(writing)
  const objects = new Map(service === undefined ? [] : [[`Service/${writing.name}`, service]])
  const came = readOwnVm(vm, writing.name, { host: writing.resolved.host, objects, data: writing.data })
  return differencesOf(comparable(domain), comparable(came), isOwnAlone)
}

function filesOf(
  writing: Writing,
  vm: UnknownRecord,
  plugin: Plugin,
  placeOf: (path: Path) => Path,
): readonly [TargetFile, ...TargetFile[]] {
  const gates = [...closedGates(vm), ...(plugin.object === undefined ? [] : ['Plugins'])]
  const objects = [
    ...administratorObjects(writing, gates),
    ...(plugin.object === undefined ? [] : [plugin.object]),
  ]
  const main = documentsText(namespaceObjects(writing, vm), (document, way) =>
    document === vm ? sourceOf(writing, way, placeOf) : document['kind'] === 'Secret' ? ['cloud_init'] : [],
  )
  return [
    { name: 'vm.yaml', about: 'the VM, its Secrets and its ports', language: 'yaml', ...main },
    {
      name: 'create.sh',
      about: 'uploads its disks and applies it',
      language: 'shell',
      text: scriptText(writing, objects.length > 0),
      executable: true,
    },
    ...administratorFile(objects),
  ]
}

/** Parts of the manifest and of the Domain that say the same. */
const parts: readonly (readonly [way: Way, path: Path])[] = [
  [['domain', 'cpu'], ['cpu']],
  [['domain', 'memory'], ['memory']],
  [['domain', 'features'], ['features']],
  [['domain', 'clock'], ['clock']],
  [
    ['domain', 'firmware'],
    ['os', 'firmware'],
  ],
  [
    ['domain', 'machine'],
    ['os', 'machine'],
  ],
  [
    ['domain', 'devices', 'rng'],
    ['devices', 'rng', 0],
  ],
  [
    ['domain', 'devices', 'tpm'],
    ['devices', 'tpm', 0],
  ],
  [
    ['domain', 'devices', 'sound'],
    ['devices', 'sound', 0],
  ],
  [
    ['domain', 'devices', 'video'],
    ['devices', 'video', 0],
  ],
  [
    ['domain', 'devices', 'watchdog'],
    ['devices', 'watchdog', 0],
  ],
  [['architecture'], ['os', 'arch']],
]

function sourceOf({ sources }: Writing, way: Way, placeOf: (path: Path) => Path): Path {
  if (way[0] === 'metadata' && way[1] === 'name') return placeOf(['name'])
  if (way[0] === 'spec' && way[1] === 'runStrategy') return ['autostart']
  const device = sources.find((one) => startsWith(way, one.way))
  if (device !== undefined) return placeOf(device.path)
  const inTemplate = way.slice(3)
  const list = inTemplate[0] === 'volumes' ? 'disks' : 'interfaces'
  const twin = sources.find(
    (one) =>
      one.way.at(-1) === inTemplate[1] && (one.way.at(-2) === list || one.way.at(-2) === 'filesystems'),
  )
  if ((inTemplate[0] === 'volumes' || inTemplate[0] === 'networks') && twin !== undefined)
    return placeOf(twin.path)
  const part = way[0] === 'spec' ? parts.find(([start]) => startsWith(inTemplate, start)) : undefined
  return part === undefined ? [] : placeOf(part[1])
}

/** What KubeVirt has without being told: one finding with all of it. */
function addedFindings(different: readonly Difference[]): Finding[] {
  const places = different
    .filter(({ kind, path }) => kind === 'added' && path[0] !== '$rest')
    .map(({ path }) => formatPath(path))
  if (places.length === 0) return []
  const message = `KubeVirt adds these by itself: ${places.join(', ')}.`
  return [{ code: 'kubevirt.adds', severity: 'advice', path: [], message, target: 'kubevirt' }]
}
