import { type ReactNode, useId, useRef, useState } from 'react'
import { t } from '../words/index.ts'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'
import './input.css'
import './drop-zone.css'

export interface DropZoneProps {
  /** What is wanted: 'Paste the listing'. */
  readonly label: string
  readonly placeholder?: string | undefined
  /** What is wrong with what was given. */
  readonly error?: string | undefined
  /** Endings of files to choose from: '.txt,.xml'. */
  readonly accept?: string | undefined
  /** Larger files are refused; 2 MiB when left out. */
  readonly maxBytes?: number | undefined
  /**
   * The text that was pasted, typed and confirmed, dropped or chosen; `name` is that of the file. With several files it
   * is called for each. True when it was taken and need not stand in the area any longer.
   */
  readonly onText: (text: string, name: string | undefined) => boolean
  /** Below the area: what to run to get the listing. */
  readonly children?: ReactNode
}

/** A place for a text from elsewhere: paste it, drop a file, or choose one. */
export function DropZone(props: DropZoneProps) {
  const { label, placeholder, error, accept, maxBytes = 2 * 1024 * 1024, onText, children } = props
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [over, setOver] = useState(false)

  const take = (given: string, name: string | undefined) => given.trim() !== '' && onText(given, name)

  const takeFiles = async (chosen: readonly File[]) => {
    for (const one of chosen) {
      if (one.size > maxBytes)
        announce(t`${one.name} is too large: ${Math.floor(maxBytes / 1024)} KiB at most`)
      else take(await one.text(), one.name)
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of three; the others have the keyboard
    <div
      className="drop-zone"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const dropped = [...event.dataTransfer.files]
        if (dropped.length === 0) take(event.dataTransfer.getData('text/plain'), undefined)
        else void takeFiles(dropped)
      }}
    >
      <label htmlFor={id} className="drop-zone__label">
        {label}
      </label>
      <span className="input input--area" data-invalid={error !== undefined || undefined}>
        <textarea
          id={id}
          className="input__text input__text--mono"
          rows={4}
          spellCheck={false}
          placeholder={placeholder}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}error`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const files = [...event.clipboardData.files]
            if (files.length > 0) void takeFiles(files)
            else if (text === '' && take(event.clipboardData.getData('text/plain'), undefined))
              event.preventDefault()
          }}
        />
      </span>
      {error !== undefined && (
        <p id={`${id}error`} className="drop-zone__error">
          {error}
        </p>
      )}
      <div className="drop-zone__foot">
        <Button
          size="small"
          disabled={text.trim() === ''}
          onPress={() => take(text, undefined) && setText('')}
        >{t`Read it`}</Button>
        <Button
          size="small"
          tone="quiet"
          icon="upload"
          onPress={() => file.current?.click()}
        >{t`Choose files`}</Button>
        <span className="drop-zone__hint">{t`or drop them here`}</span>
        <input
          ref={file}
          type="file"
          hidden
          multiple
          aria-label={t`${label}: files`}
          accept={accept}
          onChange={(event) => {
            // The list empties with the field.
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            void takeFiles(chosen)
          }}
        />
      </div>
      {children}
    </div>
  )
}
