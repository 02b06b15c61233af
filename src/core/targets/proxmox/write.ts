/** From a design to Proxmox VE: a script of `qm create`, and the configuration that comes of it. */
import { fileNameOf } from '../../bundle/index.ts'
import { renderCloudInit } from '../../cloudinit/index.ts'
import type { Domain } from '../../domain/index.ts'
import { type Finding, formatPath, type Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { type Resolved, resolve } from '../../resolve/index.ts'
import { canBeAShellWord, quoteForShell } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import { type Difference, differencesOf } from '../differences.ts'
import type { Lack } from '../lacks.ts'
import type { TargetJob, TargetText, Written } from '../target.ts'
import { readArgs } from './families/args.ts'
import { sayBoot } from './families/boot.ts'
import { sayCpu } from './families/cpu.ts'
import { sayDisks } from './families/disks.ts'
import { sayDisplay } from './families/display.ts'
import { sayGuestSystem } from './families/guest-system.ts'
import { sayHostDevices } from './families/host-devices.ts'
import { sayMachine } from './families/machine.ts'
import { sayMemory } from './families/memory.ts'
import { sayNetwork } from './families/network.ts'
import { sayShares } from './families/shares.ts'
import { saySmallDevices } from './families/small-devices.ts'
import { homeOfRoot } from './families/volumes.ts'
import type { options } from './options.ts'
import { isOwnAlone, ownOfDomain } from './own-words.ts'
import { readVmWithoutArgs } from './read-vm.ts'
import type { VmSettings } from './text/settings.ts'
import { lacksBeside } from './write/beside.ts'
import { wordsByArgs } from './write/by-args.ts'
import { comparable } from './write/comparable.ts'
import { configText } from './write/config-text.ts'
import { lackOf } from './write/reasons.ts'
import { scriptText } from './write/script-text.ts'
import { settingPlaces } from './write/setting-places.ts'
import { Writing } from './writing.ts'

/** The boot order looks at the keys that all others took. */
const families: readonly ((writing: Writing) => void)[] = [
  sayGuestSystem,
  sayMachine,
  sayCpu,
  sayMemory,
  sayDisks,
  sayNetwork,
  sayShares,
  sayDisplay,
  sayHostDevices,
  saySmallDevices,
  sayBoot,
]

/** The number that the configuration is written for; the script takes the next free one. */
const id = 100

/**
 * What is lost is found by reading the settings again: whatever does not come back as it went is a lack, so that no table
 * of them has to be kept beside the writers.
 */
export function writeProxmox({ design, host, choices }: TargetJob<typeof options>): Written {
  const resolved = resolve(forLibvirt(design), host, 'libvirt')
  const placeOf = designPlace(resolved)
  const names = { storage: choices.storage, files: 'local', bridge: 'vmbr0', node: '$(hostname)' }
  const writing = new Writing(resolved, names, ownOfDomain(resolved.domain))
  for (const say of families) say(writing)
  const seed = seedOf(writing, resolved)
  sayOwn(writing)
  sayArgs(writing, [])
  if (resolved.design.spec.autostart === true) writing.say('onboot', '1')
  const description = resolved.domain.description ?? ''
  const different = withArgs(writing, description)
  const settingPlace = settingPlaces(writing.keys)
  const fields = new Map<string, Path | undefined>()
  for (const setting of [...writing.settings.keys(), 'description']) {
    const place = settingPlace(setting)
    fields.set(setting, place && placeOf(place))
  }
  const fieldOf = (setting: string) => fields.get(setting)
  const snippets = seed.files.map(({ name }) => name)
  const script = scriptText(writing, description, snippets, fieldOf)
  const config = configText(writing.settings, { id, description, names }, fieldOf)
  return {
    files: [
      {
        name: 'create.sh',
        about: 'makes the VM on a node',
        language: 'shell',
        ...script,
        executable: true,
      },
      {
        name: `${id}.conf`,
        about: 'the configuration that comes of it',
        language: 'ini',
        ...config,
      },
      ...seed.files,
    ],
    lacks: [
      ...lacksBeside(resolved.design),
      ...copiedLacks(writing, placeOf),
      ...different.filter(({ kind }) => kind !== 'added').map((one) => lackOf(one, placeOf)),
    ],
    findings: [...resolved.findings, ...seed.findings, ...addedFindings(different), ...argsFindings(writing)],
  }
}

/** What comes back otherwise, once all is said that QEMU alone has words for. */
function withArgs(writing: Writing, description: string): Difference[] {
  const read = comeBack(writing, description)
  // Words of QEMU's are read after all else, and are all that differs then.
  const withWords = () => {
    const args = writing.settings.get('args')
    return args === undefined ? read : readArgs(read, args).domain
  }
  const came = withWords()
  const words = wordsByArgs(writing.resolved, came)
  if (words.length > 0) sayArgs(writing, words)
  return differencesOf(
    comparable(writing.domain),
    comparable(words.length > 0 ? withWords() : came),
    isOwnAlone,
  )
}

function argsFindings({ settings }: Writing): Finding[] {
  const args = settings.get('args')
  if (args === undefined) return []
  const message = `Only root may set args: ${args}. Proxmox VE does not look into it, and migrates no VM with it that needs something of its node.`
  return [{ code: 'proxmox.args', severity: 'advice', path: [], message, target: 'proxmox' }]
}

/** The Domain that the settings make, but for `args`. */
function comeBack({ settings, volumes, directories }: Writing, description: string): Domain {
  const vm: VmSettings = {
    id: undefined,
    from: 'command',
    sections: [
      {
        kind: 'main',
        name: '',
        description,
        settings: [...settings].map(([key, value]) => ({ key, value })),
        position: { line: 1, column: 1 },
      },
    ],
    unread: [],
    directories,
  }
  const read = readVmWithoutArgs(vm, (reading) => reading.take('onboot'), { volumes, isOwn: true })
  return read?.domain ?? {}
}

/** Their own words, as they were, where nothing else was said. */
function sayOwn(writing: Writing): void {
  for (const { key, value } of writing.own)
    if (/^[a-z][a-z_-]*\d{0,2}$/.test(key) && !writing.settings.has(key) && !/\p{Cc}/u.test(value))
      writing.say(key, value)
}

/** Words of QEMU's own, for a shell-like line that they split themselves. */
function sayArgs(writing: Writing, more: readonly string[]): void {
  const words = (writing.domain.qemu_arguments ?? []).flatMap(({ value }) =>
    value === undefined ? [] : [value],
  )
  words.push(...more)
  if (words.length > 0 && words.every((word) => canBeAShellWord(word) && !/[\r\n]/.test(word)))
    writing.say('args', words.map(quoteForShell).join(' '))
}

/** What cloud-init is told, as snippets of the node: all of it ours. */
function seedOf(writing: Writing, { design, host }: Resolved): Seed {
  const isThere = [...writing.settings.values()].some((value) =>
    value.startsWith(`${writing.names.storage}:cloudinit`),
  )
  const { files, findings } = renderCloudInit(design, host)
  if (!isThere || files.length === 0) return { files: [], findings }
  const base = fileNameOf(design.name)
  const kinds = { 'user-data': 'user', 'meta-data': 'meta', 'network-config': 'network' } as const
  const made = files.map(({ name, text }) => ({
    kind: kinds[name],
    name: `${base}-${kinds[name]}.yml`,
    text,
  }))
  writing.say(
    'cicustom',
    made.map(({ kind, name }) => `${kind}=${writing.names.files}:snippets/${name}`).join(','),
  )
  return {
    files: made.map(({ name, text }) => ({ name, about: 'what cloud-init is told', language: 'yaml', text })),
    findings,
  }
}

interface Seed {
  readonly files: readonly TargetText[]
  readonly findings: readonly Finding[]
}

/** Files that have another place from then on. */
function copiedLacks({ domain, copies, settings, keys }: Writing, placeOf: (path: Path) => Path): Lack[] {
  const into = new Set(copies.map(({ from }) => from))
  return (domain.devices?.disks ?? []).flatMap(({ source }, index): Lack[] => {
    const value = settings.get(keys.get(`disks.${index}`) ?? '') ?? ''
    const path = placeOf(['devices', 'disks', index, 'source'])
    if (/:\d+(?:,|$)/.test(value) && !value.includes('import-from='))
      return [
        {
          path,
          message: 'A new disk is made on a storage of the node, which gives it a name.',
          byHand: 'Nothing is to be done.',
          severity: 'advice',
          inPart: true,
        },
      ]
    const isCopied =
      value.includes('import-from=') || (source?.file !== undefined && into.has(homeOfRoot(source.file)))
    if (!isCopied) return []
    return [
      {
        path,
        message: 'The file is copied to a storage of the node, where the VM goes on with the copy.',
        byHand: 'Bring the file to the same path on the node before.',
        severity: 'advice',
        inPart: true,
      },
    ]
  })
}

/** What Proxmox VE has without being told: one finding with all of it. */
function addedFindings(different: readonly Difference[]): Finding[] {
  const places = different
    .filter(({ kind, path }) => kind === 'added' && path[0] !== '$rest')
    .map(({ path }) => formatPath(path))
  if (places.length === 0) return []
  const message = `Proxmox VE adds these by itself: ${places.join(', ')}.`
  return [{ code: 'proxmox.adds', severity: 'advice', path: [], message, target: 'proxmox' }]
}
