import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { ownValue } from '../../core/index.ts'
import { closeDialog } from '../dialogs.ts'
import { allActions, type Found, find } from '../search/index.ts'
import { announce, Icon } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { takeTyped } from './typed-early.ts'
import './palette.css'

/** All that can be done and all that can be set, found by a few words; arrows choose, Enter goes there or does it. */
export function Palette() {
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const found = useMemo(() => (wanted.trim() === '' ? allActions() : find(wanted)), [wanted])
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = Math.min(at, found.length - 1)

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  // Not while it is drawn: until it is shown there may be another key.
  useLayoutEffect(() => {
    const { words, isEntered } = takeTyped()
    if (words === '') return
    setQuery(words)
    if (isEntered) take(find(words)[0])
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + pageRows),
      PageUp: Math.max(0, chosen - pageRows),
    }
    const target = ownValue(targets, event.key)
    if (target !== undefined) setAt(target)
    // What is typed may not be drawn yet.
    else if (event.key === 'Enter') take(wanted === query ? found[chosen] : find(query)[0])
    else return
    event.preventDefault()
  }

  return (
    <ModalOverlay
      className="dialog__scrim palette__scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) closeDialog()
      }}
    >
      <Modal className="dialog palette">
        <Dialog className="palette__body" aria-label={t`Find anything`}>
          <div className="palette__search">
            <Icon name="search" />
            <input
              autoFocus
              className="palette__input"
              role="combobox"
              aria-label={t`A setting, a part, a preset or an action`}
              aria-expanded="true"
              aria-controls={id}
              aria-autocomplete="list"
              aria-activedescendant={chosen < 0 ? undefined : `${id}${chosen}`}
              placeholder={t`A setting, a part, a preset or an action`}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            className="palette__list"
            id={id}
            role="listbox"
            aria-label={t`Found`}
            aria-busy={wanted !== query}
            ref={list}
          >
            {found.map((one, index) => (
              <Row
                key={one.id}
                id={`${id}${index}`}
                found={one}
                isChosen={index === chosen}
                onPoint={() => setAt(index)}
                onTake={() => take(one)}
              />
            ))}
          </div>
          {found.length === 0 && (
            <p className="palette__none">{t`Nothing is called “${wanted.trim()}”, no help has it, and the design does not say it.`}</p>
          )}
          <p className="visually-hidden" role="status">
            {found.length === 1 ? t`1 found` : t`${found.length} found`}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const pageRows = 8

function take(one: Found | undefined) {
  if (one === undefined) return
  if (one.disabledReason !== undefined) {
    announce(one.disabledReason)
    return
  }
  // What it opens takes the place of this one.
  closeDialog()
  one.go()
}

function Row(props: {
  readonly id: string
  readonly found: Found
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onTake: () => void
}) {
  const { id, found, isChosen, onPoint, onTake } = props
  const { label, name, about, part, icon, shortcut, disabledReason } = found
  const more = disabledReason ?? about
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, which names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the combobox
    <div
      id={id}
      className="palette__row"
      role="option"
      aria-selected={isChosen}
      aria-disabled={disabledReason === undefined ? undefined : true}
      data-found={found.id}
      onPointerMove={onPoint}
      onClick={onTake}
    >
      <Icon name={icon ?? 'sliders'} />
      <span className="palette__words">
        <span>
          {label} {name !== undefined && <code>{name}</code>}
        </span>
        {more !== undefined && <span className="palette__about">{more}</span>}
      </span>
      {shortcut !== undefined && <kbd className="palette__key">{shortcut}</kbd>}
      <span className="palette__part">{part}</span>
    </div>
  )
}
