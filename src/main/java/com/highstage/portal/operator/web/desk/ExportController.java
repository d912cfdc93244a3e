package com.highstage.portal.operator.web.desk;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import com.highstage.portal.account.StaffMember;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.operator.desk.Exports;

/**
 * The list as a file for spreadsheets, written as it is read: RFC 4180, UTF-8 with the
 * mark by which Excel knows it.
 */
@Controller
class ExportController {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Exports exports;

	private final Clock clock;

	ExportController(Exports exports, Clock clock) {
		this.exports = exports;
		this.clock = clock;
	}

	@GetMapping("/operator/export.csv")
	void export(StaffMember staff, DeskForm form, HttpServletResponse response) throws IOException {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("customers-" + today + ".csv").build().toString());
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		writer.write(BYTE_ORDER_MARK);
		CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
		printer.printRecord(CsvRow.HEADINGS);
		this.exports.read(staff, form.query(), form.address(""), (row) -> print(printer, row));
		printer.flush();
	}

	private static void print(CSVPrinter printer, DeskRow row) {
		try {
			printer.printRecord(CsvRow.cells(row));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("whoever downloads it has gone", ex);
		}
	}

}
