import { type ReactNode, useId, useRef, useState } from 'react'
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
  /** The text that was pasted, typed and confirmed, dropped or chosen; `name` is that of the file. */
  readonly onText: (text: string, name: string | undefined) => void
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

  const take = (given: string, name: string | undefined) => {
    if (given.trim() !== '') onText(given, name)
  }

  const takeFile = async (chosen: File | null | undefined) => {
    if (chosen === null || chosen === undefined) return
    if (chosen.size > maxBytes)
      announce(`${chosen.name} is too large: ${Math.floor(maxBytes / 1024)} KiB at most`)
    else take(await chosen.text(), chosen.name)
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
        const dropped = event.dataTransfer.files[0]
        if (dropped === undefined) take(event.dataTransfer.getData('text/plain'), undefined)
        else void takeFile(dropped)
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
            const pasted = event.clipboardData.getData('text/plain')
            if (text === '') take(pasted, undefined)
          }}
        />
      </span>
      {error !== undefined && (
        <p id={`${id}error`} className="drop-zone__error">
          {error}
        </p>
      )}
      <div className="drop-zone__foot">
        <Button size="small" disabled={text.trim() === ''} onPress={() => take(text, undefined)}>
          Read it
        </Button>
        <Button size="small" tone="quiet" icon="upload" onPress={() => file.current?.click()}>
          Choose a file
        </Button>
        <span className="drop-zone__hint">or drop one here</span>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={`${label}: a file`}
          accept={accept}
          onChange={(event) => {
            void takeFile(event.target.files?.item(0))
            event.target.value = ''
          }}
        />
      </div>
      {children}
    </div>
  )
}
