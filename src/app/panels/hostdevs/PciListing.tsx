import { iommuListingCommand } from '../../core.ts'
import { openDialog } from '../../dialogs.ts'
import { Button, CodeLine } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { HostTexts } from '../host/index.tsx'

/** How to get the listing of the host's devices, and where to put it. */
export function PciListing() {
  return (
    <>
      <CodeLine code={iommuListingCommand} what={t`the command`} prompt="$" />
      <HostTexts
        label={t`What it printed`}
        placeholder={t`IOMMU Group 13 01:00.0 VGA compatible controller [0300]: … [10de:11c0]`}
      />
      <div>
        <Button
          size="small"
          tone="quiet"
          icon="terminal"
          onPress={() => openDialog({ kind: 'host' })}
        >{t`Or ask the host everything at once`}</Button>
      </div>
    </>
  )
}
