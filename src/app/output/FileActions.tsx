import { announce, CopyButton, IconButton } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { markClean } from './marked-since.ts'
import type { OutputFile } from './output-files.ts'
import { settledFile, staleWords, takeFile, textToTake } from './take-file.ts'

/** Copy and download of a file: of what the design says, also while a text of it is being typed. */
export function FileActions({ file }: { readonly file: OutputFile }) {
  /** The file as it is when every text is written: it may lag behind by a moment. */
  const settled = async () => (await settledFile(file.id)) ?? { file, trouble: undefined }
  const onCopied = async () => {
    const { file: now, trouble } = await settled()
    markClean(now)
    if (trouble !== undefined) announce(t`Copied ${now.name}${staleWords(trouble)}`)
  }
  return (
    <>
      <CopyButton
        text={async () => textToTake(await settled())}
        what={file.name}
        onCopied={() => void onCopied()}
      />
      <IconButton icon="download" label={t`Download ${file.name}`} onPress={() => void takeFile(file.id)} />
    </>
  )
}
