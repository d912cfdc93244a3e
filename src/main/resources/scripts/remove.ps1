# Takes back what was made for an application in Exchange Online: its access to mailboxes, then its
# registration. It may be run again at any time.
#
# Needs the Exchange Administrator role and the module ExchangeOnlineManagement:
#   Install-Module ExchangeOnlineManagement -Scope CurrentUser
# Run it in Windows PowerShell 5.1 or PowerShell 7, or paste all of it into such a window:
#   powershell -ExecutionPolicy Bypass -File .\@file@
# What may be added at the end of that line:
#   -WhatIf     says what would be done, and changes nothing
#   -DelegatedOrganization <name>.onmicrosoft.com
#               for a partner's account that administers this organisation

function Remove-HighstageMailboxAccess {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [string] $DelegatedOrganization
    )

    $organisation = '@organisation@'
    $environment = '@environment@'
    $appId = '@client@'
    $objectId = '@principal@'
    $unwanted = @unwanted@
    $failures = @()
    $closed = 0

@connect@
    try {
@organisationCheck@
        foreach ($address in $unwanted) {
            try {
                if (-not $PSCmdlet.ShouldProcess($address, 'Take access to the mailbox away')) {
                    continue
                }
                Remove-MailboxPermission -Identity $address -User $objectId -AccessRights FullAccess -Confirm:$false -WarningAction SilentlyContinue -ErrorAction Stop
                Remove-RecipientPermission -Identity $address -Trustee $objectId -AccessRights SendAs -Confirm:$false -WarningAction SilentlyContinue -ErrorAction Stop
                $closed = $closed + 1
                Write-Host "Closed: $address ($closed of $($unwanted.Count))"
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

        if ($failures.Count -gt 0) {
            Write-Warning 'The registration stays until access to every mailbox was taken away.'
        }
        else {
            $registered = @(Get-ServicePrincipal -ErrorAction Stop | Where-Object { $_.AppId -eq $appId })
            foreach ($entry in $registered) {
                if ($PSCmdlet.ShouldProcess($entry.ObjectId, 'Remove the registration')) {
                    Remove-ServicePrincipal -Identity $entry.ObjectId -Confirm:$false -ErrorAction Stop
                    Write-Host "Removed the registration of $appId."
                }
            }
            if ($registered.Count -eq 0) {
                Write-Host 'The application is not registered in Exchange any more.'
            }
        }
    }
    finally {
@disconnect@
    }

    Write-Host "Access taken away: $closed of $($unwanted.Count). Failed: $($failures.Count)."
    foreach ($failure in $failures) {
        Write-Warning $failure
    }
    if ($failures.Count -gt 0) {
        Write-Host 'Run this again to try what failed; what was done stays.'
    }
}

Remove-HighstageMailboxAccess @args
