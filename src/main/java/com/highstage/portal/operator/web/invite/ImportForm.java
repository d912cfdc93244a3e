package com.highstage.portal.operator.web.invite;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

import com.highstage.portal.operator.invite.CustomerReader;
import com.highstage.portal.operator.invite.Imports;
import com.highstage.portal.operator.invite.Imports.CustomerList;
import com.highstage.portal.operator.invite.Usual;
import com.highstage.portal.site.Language;

/**
 * What the page that invites many customers asks for.
 *
 * @param list the list, as pasted
 * @param file the list, as uploaded; counts where nothing was pasted
 * @param language the tag of the language that counts where a line says nothing
 * @param days the days that count where a line says nothing
 */
record ImportForm(@Nullable String list, @Nullable MultipartFile file, @Nullable String language,
		@Nullable Integer days) {

	static ImportForm of(Usual usual) {
		return new ImportForm("", null, usual.language().tag(), usual.days());
	}

	boolean isTooLarge() {
		return this.file != null && this.file.getSize() > Imports.LARGEST;
	}

	CustomerList read(Usual usual) throws IOException {
		Usual chosen = new Usual(Optional.ofNullable(this.language).flatMap(Language::of).orElse(usual.language()),
				Arrays.asList(CustomerReader.DAYS.toArray()).contains(this.days) ? Objects.requireNonNull(this.days)
						: usual.days());
		String pasted = Objects.requireNonNullElse(this.list, "");
		return (pasted.isBlank() && this.file != null) ? CustomerList.of(this.file.getBytes(), chosen)
				: new CustomerList(pasted, chosen);
	}

}
