import { useEffect, useEffectEvent, useState } from 'react'

/** What a text stands for: a value (undefined: nothing said), or a sentence about what is wrong with it. */
export type Parsed<T> = { readonly value: T | undefined } | { readonly message: string }

export interface DraftOptions<T> {
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly format: (value: T) => string
  readonly parse: (text: string) => Parsed<T>
  /** Told the message while the text is wrong, and undefined when it no longer is (or the field goes away). */
  readonly onInvalid?: ((message: string | undefined) => void) | undefined
}

export interface Draft {
  readonly text: string
  /** Set while the text is wrong; the value outside is still the last good one. */
  readonly message: string | undefined
  readonly setText: (text: string) => void
  /** To call on blur: a good text is written the canonical way, a wrong one stays as typed. */
  readonly settle: () => void
}

interface Typed {
  readonly text: string
  readonly message: string | undefined
  /** The value outside, as text, that this stands for: the one that it became, or the last good one. */
  readonly meant: string
}

/** The text of a field whose value is not a text: wrong text stays as typed and never reaches `onChange`. */
export function useDraft<T>({ value, onChange, format, parse, onInvalid }: DraftOptions<T>): Draft {
  const [typed, setTyped] = useState<Typed>()
  const outside = value === undefined ? '' : format(value)
  // Another value than the one that was typed came from elsewhere, as by undo: it wins.
  const current = typed !== undefined && outside === typed.meant ? typed : undefined
  const message = current?.message

  const tell = useEffectEvent((text: string | undefined) => onInvalid?.(text))
  useEffect(() => {
    if (message === undefined) return
    tell(message)
    return () => tell(undefined)
  }, [message])

  return {
    text: current?.text ?? outside,
    message,
    setText: (text) => {
      const parsed = parse(text)
      if ('message' in parsed) {
        setTyped({ text, message: parsed.message, meant: outside })
        return
      }
      const meant = parsed.value === undefined ? '' : format(parsed.value)
      setTyped({ text, message: undefined, meant })
      if (meant !== outside) onChange(parsed.value)
    },
    settle: () => {
      if (message === undefined) setTyped(undefined)
    },
  }
}
