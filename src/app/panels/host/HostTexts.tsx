import { useState } from 'react'
import type { ReadHost, SourceFinding } from '../../host-sources.ts'
import { hostInWords, takeHostText } from '../../open/index.ts'
import { announce, DropZone } from '../../ui/index.ts'
import { t } from '../../words/index.ts'

export interface HostTextsProps {
  readonly label: string
  readonly placeholder: string
}

const endings = '.txt,.log,.json,.xml,.conf,text/plain,application/json,text/xml'

/** A place for texts about the host: pasted, dropped, several at once, in any order. Each adds to what is known. */
export function HostTexts({ label, placeholder }: HostTextsProps) {
  const [refused, setRefused] = useState<string>()
  const take = (text: string, file: string | undefined) => {
    const read = takeHostText(text, file)
    const isTaken = read.sources.length > 0
    setRefused(isTaken ? undefined : refusal(read, file))
    if (isTaken) announce(t`Read ${hostInWords(read)}`)
    return isTaken
  }
  return (
    <DropZone
      label={label}
      placeholder={placeholder}
      accept={endings}
      maxBytes={8 * 1024 * 1024}
      error={refused}
      onText={take}
    />
  )
}

function refusal({ findings }: ReadHost, file: string | undefined): string {
  const first = findings[0]
  const words = first === undefined ? t`Nothing about a host is in this text.` : findingWords(first)
  return file === undefined ? words : `${file}: ${words}`
}

/** The sentence of a finding, with its line. */
export function findingWords({ message, line }: SourceFinding): string {
  return line === undefined ? message : t`Line ${line}: ${message}`
}
