import { CopyButton } from './CopyButton.tsx'
import './code-line.css'

export interface CodeLineProps {
  /** One line or several. */
  readonly code: string
  /** What it is, for the copy button: 'the mount line'. */
  readonly what: string
  /** A prompt before it that is not copied: '$'. What starts with a comment has none. */
  readonly prompt?: string | undefined
}

/** A line to copy. */
export function CodeLine({ code, what, prompt }: CodeLineProps) {
  return (
    <div className="code-line">
      <pre className="code-line__code">
        {prompt !== undefined && !code.startsWith('#') && (
          <span className="code-line__prompt" aria-hidden="true">
            {prompt}{' '}
          </span>
        )}
        <code>{code}</code>
      </pre>
      <CopyButton text={code} what={what} size="small" />
    </div>
  )
}
