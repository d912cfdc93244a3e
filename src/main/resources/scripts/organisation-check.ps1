        $there = @($made | Where-Object { [string] $_.TenantID -eq $organisation })
        if ($made.Count -gt 0 -and $there.Count -eq 0 -and $DelegatedOrganization -eq '') {
            Write-Warning "You signed in to another organisation; this is for $organisation. Nothing was changed."
            return
        }
