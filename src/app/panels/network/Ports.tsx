import { type KeyboardEvent, useId, useRef } from 'react'
import { formatPath } from '../../core.ts'
import { SpecField } from '../../form/index.ts'
import { useFindingAt } from '../../render/index.ts'
import { specPath } from '../../spec-path.ts'
import { useSpecValue, vmDocument } from '../../store.ts'
import { Button, FieldGroup, Icon, IconButton, NumberField, useTyped } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { type ForwardRow, formatForward, forwardProblems, readForward } from './forwards.ts'
import './ports.css'

const forwardsPath = specPath(['network', 'port_forwards'])
const sshPortPath = specPath(['ssh', 'port'])
const empty: ForwardRow = { host: '', guest: '' }

/** Host port to guest port, one row each, SSH first. */
export function Ports({ mode }: { readonly mode: string }) {
  const held = useSpecValue(forwardsPath)
  const sshPort = useSpecValue(sshPortPath)
  const isAuto = useSpecValue(specPath(['ssh', 'port_auto'])) === true
  const taken = useTakenPorts(sshPort)
  const list = useRef<HTMLTableElement>(null)
  const saidRows = Array.isArray(held) ? held.map((text) => readForward(String(text))) : []
  const { typed: rows, set } = useTyped<readonly ForwardRow[], readonly ForwardRow[]>({
    path: formatPath(forwardsPath),
    value: saidRows,
    onChange: (next) => {
      const texts = next.flatMap((row) => formatForward(row) ?? [])
      vmDocument.change(forwardsPath, texts.length === 0 ? undefined : texts, t`change ports`)
    },
    format: (said) => said,
    parse: (typed) => ({ value: whole(typed) }),
  })
  const problems = forwardProblems(rows, taken)

  const focusHost = (index: number) =>
    requestAnimationFrame(() => {
      const input = list.current?.querySelector(`[data-row="${index}"] input`)
      if (input instanceof HTMLElement) input.focus()
    })
  const append = () => {
    set([...rows, empty])
    focusHost(rows.length)
  }
  const takeAway = (index: number) => {
    set(rows.toSpliced(index, 1))
    focusHost(Math.max(0, index - 1))
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const row = rows[index] ?? empty
    const isEmpty = row.host === '' && row.guest === ''
    if (event.key === 'Enter' && !isEmpty) {
      if (index === rows.length - 1) append()
      else focusHost(index + 1)
    } else if (event.key === 'Backspace' && isEmpty) takeAway(index)
    else return
    event.preventDefault()
  }

  return (
    <div className="ports" data-path={formatPath(forwardsPath)}>
      {mode !== 'user' && (
        <p className="ports__note">{t`In this mode the guest has an address of its own: its ports are reached there, and forwards do nothing.`}</p>
      )}
      <table className="ports__table" ref={list}>
        <thead>
          <tr>
            <th scope="col">{t`Host port`}</th>
            <td />
            <th scope="col">{t`Guest port`}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <SshRow port={sshPort} isAuto={isAuto} />
          {rows.map((row, index) => (
            <ForwardCells
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
              key={index}
              index={index}
              row={row}
              problem={problems[index]}
              onChange={(next) => set(rows.with(index, next))}
              onKeyDown={(event) => onKeyDown(event, index)}
              onRemove={() => takeAway(index)}
            />
          ))}
        </tbody>
      </table>
      <div>
        <Button size="small" icon="plus" onPress={append}>{t`Add port`}</Button>
      </div>
      <FieldGroup>
        <SpecField
          path={specPath(['ssh', 'port_auto'])}
          disabledReason={
            !isAuto && typeof sshPort === 'number' && sshPort > 0
              ? t`Not together with an SSH port`
              : undefined
          }
        />
      </FieldGroup>
    </div>
  )
}

/** Rows that are whole: the others stay on the screen and out of the design. */
function whole(rows: readonly ForwardRow[]): readonly ForwardRow[] {
  return rows.flatMap((row) => {
    const text = formatForward(row)
    return text === undefined ? [] : [readForward(text)]
  })
}

/** Ports of the host that SSH or another interface has. */
function useTakenPorts(sshPort: unknown): readonly (readonly [number, string])[] {
  const interfaces = useSpecItems(specPath(['libvirt', 'devices', 'interfaces']))
  const others = interfaces.flatMap((device, index) =>
    (device.port_forwards ?? []).flatMap(({ ranges = [] }) =>
      ranges.flatMap(({ start }): (readonly [number, string])[] =>
        start === undefined ? [] : [[start, t`interface ${index + 2}`]],
      ),
    ),
  )
  return typeof sshPort === 'number' && sshPort > 0 ? [[sshPort, 'SSH'], ...others] : others
}

function SshRow({ port, isAuto }: { readonly port: unknown; readonly isAuto: boolean }) {
  const finding = useFindingAt(sshPortPath)
  return (
    <tr>
      <td>
        <NumberField
          label={t`Host port for SSH`}
          path={formatPath(sshPortPath)}
          hideLabel
          min={0}
          max={65535}
          placeholder={isAuto ? t`free one` : t`none`}
          value={typeof port === 'number' ? port : undefined}
          onChange={(number) => vmDocument.change(sshPortPath, number, t`change SSH port`)}
          error={finding?.severity === 'error' ? finding.message : undefined}
        />
      </td>
      <td className="ports__arrow">
        <Icon name="chevron-right" size={12} label={t`leads to`} />
      </td>
      <td className="ports__fixed">
        <code>22</code> {t`SSH`}
      </td>
      <td>
        {port !== undefined && (
          <IconButton
            icon="close"
            size="small"
            label={t`Remove the SSH forward`}
            onPress={() => vmDocument.change(sshPortPath, undefined, t`clear SSH port`)}
          />
        )}
      </td>
    </tr>
  )
}

interface ForwardCellsProps {
  readonly index: number
  readonly row: ForwardRow
  readonly problem: string | undefined
  readonly onChange: (row: ForwardRow) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onRemove: () => void
}

function ForwardCells({ index, row, problem, onChange, onKeyDown, onRemove }: ForwardCellsProps) {
  const id = useId()
  const input = (side: 'host' | 'guest', placeholder: string) => (
    <span className="input" data-invalid={(problem !== undefined && row[side] !== '') || undefined}>
      <input
        className="input__text input__text--mono"
        aria-label={
          side === 'host' ? t`Host port of forward ${index + 1}` : t`Guest port of forward ${index + 1}`
        }
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholder}
        value={row[side]}
        onChange={(event) => onChange({ ...row, [side]: event.target.value.trim() })}
        onKeyDown={onKeyDown}
      />
    </span>
  )
  return (
    <>
      <tr data-row={index}>
        <td>{input('host', '8080')}</td>
        <td className="ports__arrow">
          <Icon name="chevron-right" size={12} label={t`leads to`} />
        </td>
        <td>{input('guest', '80')}</td>
        <td>
          <IconButton icon="close" size="small" label={t`Remove forward ${index + 1}`} onPress={onRemove} />
        </td>
      </tr>
      {problem !== undefined && (
        <tr>
          <td colSpan={4} id={id} className="ports__problem">
            <span>
              <Icon name="error" size={14} />
              {problem}
            </span>
          </td>
        </tr>
      )}
    </>
  )
}
