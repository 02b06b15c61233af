import { ownValue } from '../../core/index.ts'
import type { FieldProps } from './Field.tsx'
import { TextField } from './TextField.tsx'

export interface SizeFieldProps extends FieldProps {
  /** As the author wrote it: '8G', '512M'. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly onInvalid?: ((message: string | undefined) => void) | undefined
  readonly placeholder?: string | undefined
  /** The unit of a bare number: 'MiB' unless said otherwise. */
  readonly bareUnit?: string | undefined
  /** Replaces the usual check, as for a field with its own units. */
  readonly validate?: ((text: string) => string | undefined) | undefined
}

/** A size with its unit, as text; beside it what it comes to. */
export function SizeField({ bareUnit = 'MiB', placeholder = '8G', validate, ...props }: SizeFieldProps) {
  return (
    <TextField
      {...props}
      placeholder={placeholder}
      suffix={(text) => (text === '' ? 'K M G T' : readSize(text, bareUnit))}
      validate={validate ?? ((text) => (readSize(text, bareUnit) === undefined ? sizeMessage : undefined))}
    />
  )
}

const sizeMessage = 'A number and a unit, as 512M or 8G'
const units: Readonly<Record<string, string>> = { B: 'B', K: 'KiB', M: 'MiB', G: 'GiB', T: 'TiB', P: 'PiB' }

/** '8G' is '8 GiB' ('8GB', ten to the ninth, is '8 GB'); undefined when it is no size. */
function readSize(text: string, bareUnit: string): string | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:([bkmgtp])(i?b)?)?\s*$/i.exec(text)
  const number = match?.[1]
  if (number === undefined) return undefined
  const letter = match?.[2]?.toUpperCase()
  if (letter === undefined) return `${number} ${bareUnit}`
  const tail = match?.[3]?.toLowerCase()
  return `${number} ${tail === 'b' && letter !== 'B' ? `${letter}B` : (ownValue(units, letter) ?? letter)}`
}
