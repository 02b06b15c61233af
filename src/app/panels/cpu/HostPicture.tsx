import { memo, useMemo, useRef, useState } from 'react'
import type { HostCore, HostTopology } from '../../core.ts'
import { Icon } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { type CacheBox, type DieBox, hostBoxes } from './host-boxes.ts'
import { type CoreUse, cpusText, type PinBoard } from './pin-board.ts'
import type { Chip } from './pinned-threads.ts'
import { type Carried, useCarry } from './use-carry.ts'
import './host-picture.css'

export interface HostPictureProps {
  readonly host: HostTopology
  readonly board: PinBoard
  /**
   * Puts a chip on a host CPU.
   *
   * @param from the host CPU that it leaves; undefined for a chip of the tray
   * @param to undefined takes its pin away
   * @returns what is so now, as a sentence
   */
  readonly onMove: (chip: Chip, from: number | undefined, to: number | undefined) => string
}

/** Chips of the tray that are drawn; the rest is counted. */
const mostInTray = 64
/** From this many host CPUs on they are drawn smaller. */
const manyCpus = 48
const mostConflicts = 4

/** The sockets, caches, cores and threads of the host with the threads of the guest on them, to be moved about. */
export function HostPicture({ host, board, onMove }: HostPictureProps) {
  const root = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState<string>()
  const nameOf = ({ chip }: Carried) => board.chips.get(chip)?.name ?? chip
  const { carried, handlers } = useCarry({
    within: root,
    onTake: (taken) =>
      setSaid(
        t`${nameOf(taken)} is in your hand. Arrows choose a host CPU, Space drops it, Escape gives up.`,
      ),
    onGiveUp: (held) => setSaid(t`${nameOf(held)} stays where it was.`),
    onDrop: (held, to) => {
      const chip = board.chips.get(held.chip)
      if (chip !== undefined) setSaid(onMove(chip, held.from, to))
    },
  })
  const boxes = useMemo(() => hostBoxes(host), [host])
  const conflicts = new Set([...board.conflicts.values()].flat())

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; these are the tray and the host
    <div
      className="host-picture"
      role="group"
      aria-label={t`Guest threads on the host`}
      ref={root}
      data-carrying={carried === undefined ? undefined : ''}
      data-many={host.cpus.length > manyCpus || undefined}
      {...handlers}
    >
      <Tray board={board} carried={carried?.from === undefined ? carried?.chip : undefined} />
      <p className="host-picture__said" role="status">
        {said ?? t`Drag a thread onto a host CPU, or take it with a click or Space and drop it the same way.`}
      </p>
      <div className="host-picture__host" data-scrolls="">
        {/* biome-ignore lint/a11y/useSemanticElements: cores stand beside each other, not in a table's columns */}
        <div role="grid" aria-label={t`Host CPUs`}>
          {boxes.map((socket) => (
            <div key={socket.key} className="host-picture__socket">
              {socket.title !== undefined && <span className="host-picture__title">{socket.title}</span>}
              {socket.dies.map((die) => (
                <Die key={die.key} die={die} board={board} carried={carried} />
              ))}
            </div>
          ))}
        </div>
      </div>
      <Legend board={board} />
      {conflicts.size > 0 && (
        <ul className="host-picture__conflicts">
          {[...conflicts].slice(0, mostConflicts).map((sentence) => (
            <li key={sentence}>
              <Icon name="warning" size={14} />
              <span>{sentence}</span>
            </li>
          ))}
          {conflicts.size > mostConflicts && <li>{t`and ${conflicts.size - mostConflicts} more`}</li>}
        </ul>
      )}
    </div>
  )
}

/** The chips that run anywhere, and those that can't be drawn on the host. */
function Tray({ board, carried }: { readonly board: PinBoard; readonly carried: string | undefined }) {
  const { unpinned, elsewhere, conflicts } = board
  const shown = unpinned.slice(0, mostInTray)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      className="host-picture__tray"
      role="group"
      aria-label={t`Not pinned: drop here to unpin`}
      data-tray=""
      data-stop=""
      tabIndex={-1}
    >
      <div className="host-picture__row">
        <span className="host-picture__tray-title">{t`Not pinned`}</span>
        {shown.map((chip) => (
          <ChipButton
            key={chip.id}
            chip={chip}
            problems={conflicts.get(chip.id)}
            carried={carried === chip.id}
          />
        ))}
        {unpinned.length > shown.length && (
          <span className="host-picture__count">{t`and ${unpinned.length - shown.length} more`}</span>
        )}
        {unpinned.length === 0 && (
          <span className="host-picture__count">{t`nothing: drop a thread here to unpin it`}</span>
        )}
      </div>
      {elsewhere.length > 0 && (
        <div className="host-picture__row">
          <span className="host-picture__tray-title">{t`On several host CPUs, or beyond`}</span>
          {elsewhere.map((chip) => (
            <span className="host-picture__elsewhere" key={chip.id}>
              <ChipButton chip={chip} problems={conflicts.get(chip.id)} carried={carried === chip.id} />
              <span>{cpusText(chip) || t`none`}</span>
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

interface PlaceProps {
  readonly board: PinBoard
  readonly carried: Carried | undefined
}

function Die({ die, board, carried }: PlaceProps & { readonly die: DieBox }) {
  return (
    <div className="host-picture__die">
      {die.title !== undefined && <span className="host-picture__title">{die.title}</span>}
      {die.caches.map((cache) => (
        <Cache key={cache.key} cache={cache} board={board} carried={carried} />
      ))}
    </div>
  )
}

function Cache({ cache, board, carried }: PlaceProps & { readonly cache: CacheBox }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div className="host-picture__cache" role="rowgroup" aria-label={cache.label}>
      {cache.title !== undefined && <span className="host-picture__title">{cache.title}</span>}
      <div className="host-picture__cores">
        {cache.cores.map((core) => {
          const chips = core.threads.map(({ cpu }) => board.onCpu.get(cpu) ?? none)
          return (
            <Core
              key={core.key}
              core={core}
              use={board.uses.get(core.key) ?? 'free'}
              chips={chips}
              problems={chips.map((there) => there.map(({ id }) => board.conflicts.get(id) ?? none))}
              carried={core.threads.some(({ cpu }) => cpu === carried?.from) ? carried : undefined}
            />
          )
        })}
      </div>
    </div>
  )
}

const none: readonly never[] = []

interface CoreProps {
  readonly core: HostCore
  readonly use: CoreUse
  /** For each thread of the core. */
  readonly chips: readonly (readonly Chip[])[]
  /** For each chip of each thread, what is wrong with it. */
  readonly problems: readonly (readonly (readonly string[])[])[]
  /** What is taken from one of its threads. */
  readonly carried: Carried | undefined
}

/** One core with its threads: drawn again only when something on it is different. */
const Core = memo(function Core({ core, use, chips, problems, carried }: CoreProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div className="host-picture__core" role="row" data-use={use} title={coreTitle(core, use)}>
      {core.threads.map(({ cpu }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        <div
          key={cpu}
          className="host-picture__cpu"
          role="gridcell"
          data-cpu={cpu}
          data-stop=""
          tabIndex={-1}
          aria-label={cpuLabel(cpu, core, chips[index] ?? none)}
        >
          <span className="host-picture__number" aria-hidden="true">
            {cpu}
          </span>
          {(chips[index] ?? none).map((chip, at) => (
            <ChipButton
              key={chip.id}
              chip={chip}
              cpu={cpu}
              problems={problems[index]?.[at]}
              carried={carried?.from === cpu && carried.chip === chip.id}
            />
          ))}
        </div>
      ))}
    </div>
  )
}, sameCore)

function sameCore(one: CoreProps, other: CoreProps): boolean {
  return (
    one.core === other.core &&
    one.use === other.use &&
    one.carried?.chip === other.carried?.chip &&
    one.carried?.from === other.carried?.from &&
    wordsOf(one) === wordsOf(other)
  )
}

/** All that is drawn of chips, as one text. */
function wordsOf({ chips, problems }: CoreProps): string {
  return chips
    .map((there, cpu) => there.map(({ id }, at) => `${id} ${problems[cpu]?.[at]?.join(' ')}`).join(';'))
    .join('|')
}

interface ChipProps {
  readonly chip: Chip
  /** The host CPU that it is drawn on. */
  readonly cpu?: number | undefined
  readonly problems?: readonly string[] | undefined
  readonly carried: boolean
}

function ChipButton({ chip, cpu, problems = none, carried }: ChipProps) {
  const isWrong = problems.length > 0
  const where = cpu === undefined ? '' : t` on host CPU ${cpu}`
  return (
    <button
      type="button"
      className="pin-chip"
      data-chip={chip.id}
      data-kind={chip.kind}
      data-stop=""
      data-wrong={isWrong || undefined}
      tabIndex={-1}
      aria-pressed={carried ? true : undefined}
      aria-label={[`${chip.name}${where}`, ...problems].join('. ')}
      title={[chip.name, ...problems].join('\n')}
    >
      {chip.short}
      {isWrong && <Icon name="warning" size={10} />}
    </button>
  )
}

function coreTitle(core: HostCore, use: CoreUse): string {
  const kind = core.kind === undefined ? '' : `${core.kind} `
  return t`${kind}core ${core.core}${core.node === undefined ? '' : t`, node ${core.node}`}: ${useWords[use]}`
}

function cpuLabel(cpu: number, core: HostCore, chips: readonly Chip[]): string {
  const there = chips.length === 0 ? 'free' : chips.map(({ name }) => name).join(', ')
  const siblings = core.threads.length > 1 ? t`, core ${core.core}` : ''
  return t`Host CPU ${cpu}${siblings}${core.node === undefined ? '' : t`, node ${core.node}`}: ${there}`
}

const useWords: Readonly<Record<CoreUse, string>> = {
  free: t`left to the host`,
  whole: t`a whole core for one core of the guest`,
  shared: t`shared with another guest core, the emulator or the host`,
  other: t`emulator and I/O threads`,
}

/** What the colours mean, of those that are there. */
function Legend({ board }: { readonly board: PinBoard }) {
  const used = new Set(board.uses.values())
  const shown = legend.filter(([use]) => used.has(use))
  if (shown.length === 0 && board.elsewhere.length === 0) return null
  return (
    <ul className="host-picture__legend">
      {shown.map(([use, words]) => (
        <li key={use} data-use={use}>
          {words}
        </li>
      ))}
      {board.elsewhere.some(({ id }) => board.conflicts.has(id)) && (
        <li data-use="beyond">{t`beyond the host or the guest`}</li>
      )}
    </ul>
  )
}

const legend: readonly (readonly [CoreUse, string])[] = [
  ['whole', t`whole core`],
  ['shared', t`SMT sibling shared`],
  ['other', t`emulator, I/O threads`],
  ['free', t`left to the host`],
]
