# Gives an application access to mailboxes in Exchange Online. It may be run again at any time:
# what is there already stays as it is, and what failed is tried again.
#
# Needs the Exchange Administrator role and the module ExchangeOnlineManagement:
#   Install-Module ExchangeOnlineManagement -Scope CurrentUser
# Run it in Windows PowerShell 5.1 or PowerShell 7, or paste all of it into such a window:
#   powershell -ExecutionPolicy Bypass -File .\@file@
# What may be added at the end of that line:
#   -WhatIf     says what would be done, and changes nothing
#   -Repair     replaces a registration that has the wrong Object ID
#   -SwitchOn   switches protocols on for mailboxes where they are off
#   -DelegatedOrganization <name>.onmicrosoft.com
#               for a partner's account that administers this organisation

function Open-HighstageMailbox {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [switch] $Repair,
        [switch] $SwitchOn,
        [string] $DelegatedOrganization
    )

    $organisation = '@organisation@'
    $environment = '@environment@'
    $appId = '@client@'
    $objectId = '@principal@'
    $displayName = '@name@'
    $imap = @imap@
    $pop = @pop@
    $smtp = @smtp@
    $wanted = @wanted@
    $unwanted = @unwanted@
    $failures = @()
    $opened = 0
    $closed = 0

@connect@
    try {
@organisationCheck@
        # The application must be known under the Object ID of its enterprise application.
        $registered = @(Get-ServicePrincipal -ErrorAction Stop | Where-Object { $_.AppId -eq $appId })
        $wrong = @($registered | Where-Object { $_.ObjectId -ne $objectId })
        if ($wrong.Count -gt 0 -and -not $Repair) {
            Write-Warning "Exchange knows the application $appId under the Object ID $($wrong[0].ObjectId)."
            Write-Warning "It must be $objectId. Nothing was changed; run this again with -Repair to replace it."
            return
        }
        foreach ($entry in $wrong) {
            if ($PSCmdlet.ShouldProcess($entry.ObjectId, 'Remove the registration with the wrong Object ID')) {
                Remove-ServicePrincipal -Identity $entry.ObjectId -Confirm:$false -ErrorAction Stop
                Write-Host "Removed the registration with the wrong Object ID $($entry.ObjectId)."
            }
        }
        if ($registered.Count -gt $wrong.Count) {
            Write-Host 'The application is registered already.'
        }
        elseif ($PSCmdlet.ShouldProcess($appId, 'Register the application')) {
            New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName $displayName -ErrorAction Stop | Out-Null
            Write-Host "Registered the application $appId."
        }

        $smtpOff = $false
        if ($smtp) {
            $smtpOff = (Get-TransportConfig -ErrorAction Stop).SmtpClientAuthenticationDisabled -eq $true
        }

        # First, because an address may be another name of a mailbox that is to be opened.
        foreach ($address in $unwanted) {
            try {
                if (-not $PSCmdlet.ShouldProcess($address, 'Take access to the mailbox away')) {
                    continue
                }
                Remove-MailboxPermission -Identity $address -User $objectId -AccessRights FullAccess -Confirm:$false -WarningAction SilentlyContinue -ErrorAction Stop
                Remove-RecipientPermission -Identity $address -Trustee $objectId -AccessRights SendAs -Confirm:$false -WarningAction SilentlyContinue -ErrorAction Stop
                $closed = $closed + 1
                Write-Host "Closed: $address"
            }
            catch {
                # A mailbox or an application that is gone has no access to take away.
                if ($_.Exception.Message -match 'ManagementObjectNotFound|t be found|t find') {
                    $closed = $closed + 1
                    Write-Host "Nothing to take away: $address"
                }
                else {
                    $failures += "${address}: $($_.Exception.Message)"
                    Write-Warning "Failed: $address"
                }
            }
        }

        foreach ($address in $wanted) {
            try {
                if (-not $PSCmdlet.ShouldProcess($address, 'Open the mailbox')) {
                    continue
                }
                if ($imap -or $pop) {
                    Add-MailboxPermission -Identity $address -User $objectId -AccessRights FullAccess -AutoMapping $false -Confirm:$false -WarningAction SilentlyContinue -ErrorAction Stop | Out-Null
                }
                if ($smtp) {
                    Add-RecipientPermission -Identity $address -Trustee $objectId -AccessRights SendAs -Confirm:$false -WarningAction SilentlyContinue -ErrorAction Stop | Out-Null
                }
                $opened = $opened + 1
                Write-Host "Open: $address ($opened of $($wanted.Count))"

                $cas = Get-CASMailbox -Identity $address -ErrorAction Stop
                $off = @{}
                if ($imap -and -not $cas.ImapEnabled) {
                    $off['ImapEnabled'] = $true
                }
                if ($pop -and -not $cas.PopEnabled) {
                    $off['PopEnabled'] = $true
                }
                $smtpHere = $cas.SmtpClientAuthenticationDisabled
                if ($smtp -and ($smtpHere -eq $true -or ($null -eq $smtpHere -and $smtpOff))) {
                    $off['SmtpClientAuthenticationDisabled'] = $false
                }
                if ($off.Count -gt 0 -and -not $SwitchOn) {
                    Write-Warning "A protocol is off for $address. Run this again with -SwitchOn to set: $($off.Keys -join ', ')"
                }
                if ($off.Count -gt 0 -and $SwitchOn) {
                    Set-CASMailbox -Identity $address @off -Confirm:$false -ErrorAction Stop
                    Write-Host "Switched on for ${address}: $($off.Keys -join ', ')"
                }
            }
            catch {
                $failures += "${address}: $($_.Exception.Message)"
                Write-Warning "Failed: $address"
            }
        }
    }
    finally {
@disconnect@
    }

    Write-Host "Mailboxes open: $opened of $($wanted.Count). Access taken away: $closed of $($unwanted.Count). Failed: $($failures.Count)."
    foreach ($failure in $failures) {
        Write-Warning $failure
    }
    if ($failures.Count -gt 0) {
        Write-Host 'Run this again to try what failed; what was done stays.'
    }
    else {
        Write-Host 'It usually takes 15 to 60 minutes until the mailboxes open, at times two hours.'
    }
}

Open-HighstageMailbox @args
