import type { FieldProps } from './Field.tsx'
import { sizeInWords, sizeMessage, type Validate } from './meanings.ts'
import { TextField } from './TextField.tsx'

export interface SizeFieldProps extends FieldProps {
  /** As the author wrote it: '8G', '512M'. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly placeholder?: string | undefined
  /** The unit of a bare number: 'MiB' unless said otherwise. */
  readonly bareUnit?: string | undefined
  /** Replaces the usual check, as for a field with its own units. */
  readonly validate?: Validate | undefined
}

/** A size with its unit, as text; beside it what it comes to. */
export function SizeField({ bareUnit = 'MiB', placeholder = '8G', validate, ...props }: SizeFieldProps) {
  return (
    <TextField
      {...props}
      placeholder={placeholder}
      suffix={(text) => (text === '' ? 'K M G T' : sizeInWords(text, bareUnit))}
      validate={validate ?? ((text) => (sizeInWords(text, bareUnit) === undefined ? sizeMessage : undefined))}
    />
  )
}
